"""Who is told of gaps and of reviews. The county's hotline supervisors, and whoever handles for the department."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.models import Department
from grids.roles import Role
from shuangliu import notices

from .models import Article, Gap

LEAD = Seat(Role.HOTLINE_LEAD)
WORDS = {
    "gap.noted": _("A question that the knowledge base does not answer"),
    "gap.overdue": _("A gap in the knowledge base is overdue"),
    "gap.closed": _("A question that you noted is dealt with"),
    "article.written": _("A draft of the knowledge base waits to be published"),
    "article.due": _("An article of the knowledge base has to be looked at again"),
}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for kind, words in WORDS.items():
        notices.kind(kind, words)


def tell_of_gap(gap: Gap, kind: str, *, at: datetime, besides=None) -> None:
    """Whoever has to fill it; of one that is overdue the supervisors hear too."""
    users = _handlers(gap.owner, at) if gap.owner else set()
    if not gap.owner or kind == "gap.overdue":
        users |= _seated(gap.area_key, {LEAD}, at)
    _tell(users - {besides and besides.pk}, kind, gap, gap.due_at, at)


def tell_who_asked(gap: Gap, *, at: datetime, by) -> None:
    _tell({gap.asked_by_id} - {None, by.pk}, "gap.closed", gap, None, at)


def tell_of_draft(article: Article, *, at: datetime, besides) -> None:
    _tell(_seated(article.area_key, {LEAD}, at) - {besides.pk}, "article.written", article, None, at)


def tell_of_review(article: Article, *, at: datetime) -> None:
    """The department that answers for it; the supervisors where nobody handles for it."""
    users = _handlers(article.owner, at) or _seated(article.area_key, {LEAD}, at)
    _tell(users, "article.due", article, article.due_at, at)


def _handlers(owner: Department, at: datetime) -> set[int]:
    return _seated(owner.area.key, {Seat(Role.DEPT_HANDLER, owner.pk)}, at)


def _seated(key: int, seats: set[Seat], at: datetime) -> set[int]:
    return {holder.user_id for holder in holders(key, seats, localdate(at))}


def _tell(users: Iterable[int], kind: str, matter: Article | Gap, due_at: datetime | None, at: datetime) -> None:
    # Of a question only that there is one: agents write down what callers say.
    text = matter.title if isinstance(matter, Article) else str(matter._meta.verbose_name)
    notices.tell(sorted(users), kind, matter=matter, text=notices.about(text, due_at), url=matter.get_absolute_url(),
                 at=at)
