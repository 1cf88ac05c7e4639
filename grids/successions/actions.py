"""Handing a post over: one act, whatever its holder had."""

from collections import Counter
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .. import handover
from ..changes.plan import eve
from ..models import Post
from .models import Succession


class PostMoved(Conflict):
    """The post has been handed over, or has ended, meanwhile."""


def hand_over(post: Post, *, by, at: datetime, successor, first_day: date, reason: str) -> Succession:
    """End the post the day before, give it to the successor, and pass on the open matters when the day has come.

    Raises ValidationError for a successor or a day that cannot be, PostMoved when somebody was faster.
    """
    succession = _decide(post, by=by, at=at, successor=successor, first_day=first_day, reason=reason)
    if first_day <= localdate(at):
        carry_out(succession, by=by, at=at)
    return succession


def carry_out_due(at: datetime) -> Counter:
    """Pass on the matters of posts that change hands today, or should have; returns how many of each."""
    counts = Counter()
    due = Succession.objects.filter(done_at=None, first_day__lte=localdate(at)).order_by("first_day", "id")
    for succession in due.select_related("from_post__area", "from_post__user", "to_post__user"):
        counts.update(carry_out(succession, by=None, at=at))
    return counts


def carry_out(succession: Succession, *, by, at: datetime) -> dict[str, int]:
    """Ask every business to pass on what the leaver has. Each matter passes by itself: killed in the middle, the next
    run does the rest."""
    post, successor = succession.from_post, succession.to_post.user
    note = _("%(leaver)s hands over to %(successor)s") % {"leaver": post.user, "successor": successor}
    passed = kept = 0
    for business in handover.businesses.values():
        outcome = business.pass_on(post, successor, note=note, by=by, at=at)
        passed, kept = passed + outcome.passed, kept + outcome.kept
    with transaction.atomic():
        if Succession.objects.filter(pk=succession.pk, done_at=None).update(done_at=at, passed=passed, kept=kept):
            audit.record("post.passed-on", post, by=by, at=at, successor=successor.pk, passed=passed, kept=kept)
    succession.refresh_from_db(fields=["done_at", "passed", "kept"])
    return {"passed": passed, "kept": kept}


@transaction.atomic
def _decide(post: Post, *, by, at: datetime, successor, first_day: date, reason: str) -> Succession:
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.valid_to is not None or Succession.objects.filter(from_post=post).exists():
        raise PostMoved(_("This post has ended or been handed over meanwhile."))
    _check(post, successor, first_day, localdate(at))
    post.valid_to = eve(first_day)
    post.save(update_fields=["valid_to"])
    to_post = _post_of(successor, post, first_day)
    succession = Succession.objects.create(from_post=post, to_post=to_post, first_day=first_day, reason=reason,
                                           decided_by=by, decided_at=at)
    audit.record("post.handed-over", post, by=by, at=at, user=post.user_id, successor=successor.pk,
                 first_day=first_day)
    return succession


def _check(post: Post, successor, first_day: date, today: date) -> None:
    if successor.pk == post.user_id:
        raise ValidationError({"successor": _("This is the one who leaves.")})
    if not successor.is_active:
        raise ValidationError({"successor": _("This account is not active.")})
    if first_day < today:
        raise ValidationError({"first_day": _("The past stays as it was: today is the earliest day.")})
    if first_day <= post.valid_from:
        raise ValidationError({"first_day": _("The leaver has served since %(day)s only.") % {
            "day": post.valid_from}})


def _post_of(successor, post: Post, first_day: date) -> Post:
    """The same post for the successor; one who holds it already keeps theirs."""
    same = Post.objects.filter(user=successor, role=post.role, area=post.area, department=post.department)
    held = same.filter(Q(valid_to=None), delegated_by=None).first()
    if held:
        if held.valid_from > first_day:
            held.valid_from = first_day
            held.save(update_fields=["valid_from"])
        return held
    if Post.objects.filter(user=successor, role=post.role, area=post.area, valid_to=None).exists():
        raise ValidationError({"successor": _("This person holds the post for another department.")})
    return Post.objects.create(user=successor, role=post.role, area=post.area, department=post.department,
                               valid_from=first_day)
