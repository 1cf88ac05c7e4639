"""What can be told, by name: each app names its own in `ready()`. A row keeps the name; its words are said in the
language of the reader."""

from django.utils.functional import Promise

_WORDS: dict[str, str | Promise] = {}


def kind(name: str, words: str | Promise) -> None:
    """`name` ("incident.closed") is told in these words. No personal data in them, nor in what is told with them."""
    _WORDS[name] = words


def words(name: str) -> str:
    """What a kind is called; a kind that no app knows any more stands for itself."""
    return str(_WORDS.get(name, name))


def choices() -> list[tuple[str, str]]:
    """All kinds, for a form, in the order in which they were named."""
    return [(name, str(said)) for name, said in _WORDS.items()]
