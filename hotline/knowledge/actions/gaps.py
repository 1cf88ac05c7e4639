"""Acts on a gap."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from grids.models import Area, Department
from shuangliu import audit
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict
from shuangliu.privacy.masking import mask_numbers

from .. import news
from ..models import Article, Gap
from ..reviews import fill_by


class GapMoved(Conflict):
    """Somebody was faster."""


@transaction.atomic
def note(*, by, at: datetime, county: Area, question: str, words: str = "", call: UUID | None = None, category=None,
         owner: Department | None = None, article: Article | None = None) -> Gap:
    """Nothing was found for `question`, or `article` is no longer right: then it is its owner's."""
    gap = Gap.objects.create(county=county, question=mask_numbers(question), words=mask_numbers(words), call=call,
                             category=category, owner=article.owner if article else owner, article=article, asked_at=at,
                             asked_by=by, due_at=fill_by(at))
    audit.record("gap.noted", gap, by=by, at=at)
    news.tell_of_gap(gap, "gap.noted", at=at, besides=by)
    return gap


@transaction.atomic
def pass_on(gap: Gap, *, by, at: datetime, owner: Department) -> None:
    """It is that department's to write."""
    _move(gap, "gap.passed-on", by=by, at=at, owner=owner, alert=Step.NONE)
    news.tell_of_gap(gap, "gap.noted", at=at, besides=by)


@transaction.atomic
def answer(gap: Gap, *, by, at: datetime, article: Article) -> None:
    """`article` answers it."""
    _move(gap, "gap.answered", by=by, at=at, state=Gap.State.ANSWERED, article=article, due_at=None, closed_at=at,
          closed_by=by)
    news.tell_who_asked(gap, at=at, by=by)


@transaction.atomic
def drop(gap: Gap, *, by, at: datetime, reason: str) -> None:
    """No article is needed."""
    _move(gap, "gap.dropped", by=by, at=at, state=Gap.State.DROPPED, reason=reason, due_at=None, closed_at=at,
          closed_by=by)
    news.tell_who_asked(gap, at=at, by=by)


def _move(gap: Gap, verb: str, *, by, at: datetime, **moved) -> None:
    if not Gap.objects.filter(pk=gap.pk, state=Gap.State.OPEN).update(**moved):
        raise GapMoved(_("The gap is closed already."), gap)
    gap.refresh_from_db()
    audit.record(verb, gap, by=by, at=at)
