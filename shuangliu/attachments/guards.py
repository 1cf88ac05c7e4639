"""Who may see the files of a matter: each app answers for its own matters, nobody sees those of others."""

from collections.abc import Callable

Visible = Callable[[object, int], bool]

_GUARDS: dict[str, Visible] = {}


def guard(matter_type: str, visible: Visible) -> None:
    """`visible(user, matter_id)` answers for the files of this kind of matter ("incidents.incident").

    Call it in the app's `ready()`.
    """
    _GUARDS[matter_type] = visible


def may_see(user, attachment) -> bool:
    """A staged file is its uploader's alone; a claimed one is seen by whoever sees the matter."""
    if attachment.is_staged:
        return user.pk is not None and attachment.uploaded_by_id == user.pk
    visible = _GUARDS.get(attachment.matter_type)
    return visible is not None and visible(user, attachment.matter_id)
