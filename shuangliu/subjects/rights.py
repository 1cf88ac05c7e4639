"""What a post may do to one request, beyond its place: its desk, and never both sides of a decision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from grids.roles import Role

from .states import BY_DESK, Kind, Turn


class Desk(TextChoices):
    """Who deals with the person."""

    COUNTER = "counter", _("A registrar's counter")
    HOTLINE = "hotline", _("The hotline")


def desk_of(role: str) -> str:
    """The desk at which a role sits; "" for none."""
    return {Role.REGISTRAR: Desk.COUNTER, Role.HOTLINE_LEAD: Desk.HOTLINE}.get(role, "")


def allows(request, act: str, post) -> bool:
    """Who checked the identity neither grants what needs two people nor refuses (domain.md §7 rules 3 and 9). The desk
    grants what it may, the administrator all else; a complaint is answered by who does not sit at the desk."""
    is_admin = post.role == Role.SECURITY_ADMIN
    if not is_admin and desk_of(post.role) != request.desk:
        return False
    if act == "subject.grant" and not is_admin:
        return request.kind in BY_DESK and request.turn == Turn.DESK
    if act in ("subject.grant", "subject.refuse"):
        return post.user_id != request.identified_by_id
    if act == "subject.answer" and request.kind == Kind.COMPLAIN:
        return is_admin
    return True
