"""Reviews and gaps whose day is over: told once each."""

from datetime import datetime

from django.db import transaction

from shuangliu import audit
from shuangliu.deadlines.models import Step

from . import news
from .models import Article, Gap

BATCH = 200


def remind(*, at: datetime) -> int:
    """Tell whoever is concerned; returns of how many."""
    return sum(_each(model, tell, verb, at) for model, tell, verb in [
        (Article, lambda row: news.tell_of_review(row, at=at), "article.overdue"),
        (Gap, lambda row: news.tell_of_gap(row, "gap.overdue", at=at), "gap.overdue")])


def _each(model, tell, verb: str, at: datetime) -> int:
    """The alert is what says that it was told: killed at any line, the rest is told by the next run."""
    late = model.objects.filter(due_at__lte=at, alert=Step.NONE)
    told = 0
    for pk in list(late.order_by("due_at", "id").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            if late.filter(pk=pk).update(alert=Step.OVERDUE):
                row = model.objects.for_queue().get(pk=pk)
                audit.record(verb, row, by=None, at=at)
                tell(row)
                told += 1
    return told
