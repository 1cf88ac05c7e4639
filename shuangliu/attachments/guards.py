"""Who may see the files of a matter: each app answers for its own matters, and one above for whom it lets look."""

from collections.abc import Callable

Visible = Callable[[object, int], bool]

_GUARDS: dict[str, list[Visible]] = {}


def guard(matter_type: str, visible: Visible) -> None:
    """`visible(user, matter_id)` answers for the files of this kind of matter ("incidents.incident"); whom one of
    several lets in sees them.

    Call it in the app's `ready()`.
    """
    _GUARDS.setdefault(matter_type, []).append(visible)


def may_see(user, attachment) -> bool:
    """A staged file is its uploader's alone; a claimed one is seen by whoever sees the matter."""
    if attachment.is_staged:
        return user.pk is not None and attachment.uploaded_by_id == user.pk
    return any(visible(user, attachment.matter_id) for visible in _GUARDS.get(attachment.matter_type, ()))
