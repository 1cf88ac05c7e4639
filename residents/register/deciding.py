"""What a human decides about two rows that may be one person."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..actions import merge, unmerge
from ..models import Merge, Person
from . import duplicates, news
from .models import Likeness

State = Likeness.State


@transaction.atomic
def merge_pair(pair: Likeness, *, keep: Person, by, at: datetime, reason: str) -> Merge:
    """They are one: `keep`, one of the two, stands for both. Raises Conflict when it was decided before, and
    ValidationError as `merge` does."""
    _decide(pair, State.MERGED, by=by, at=at)
    gone = pair.other if keep.pk == pair.one_id else pair.one
    done = merge(keep, gone, by=by, at=at, reason=reason)
    duplicates.look(keep, at=at)
    return done


@transaction.atomic
def ask(pair: Likeness, *, theirs: Person, by, at: datetime) -> None:
    """Ask the registrar of the other community, where `theirs` lives, whether they are one. A second time asks nobody
    again. Raises Conflict when it was decided meanwhile."""
    asked = Likeness.objects.filter(pk=pair.pk, state=State.OPEN, asked_at=None).update(asked_by=by, asked_at=at)
    pair.refresh_from_db()
    if asked:
        audit.record("duplicate.ask", theirs, by=by, at=at)
        news.tell_asked(theirs, by=by, at=at)
    elif pair.state != State.OPEN:
        raise Conflict(_("Somebody has decided about these two already."), matter=theirs)


@transaction.atomic
def part(pair: Likeness, *, by, at: datetime) -> None:
    """They are two, and are not suggested again. Raises Conflict when it was decided before."""
    _decide(pair, State.APART, by=by, at=at)
    audit.record("person.part", pair.one, by=by, at=at, other=pair.other.number)


@transaction.atomic
def take_back(done: Merge, *, by, at: datetime) -> None:
    """The merge was wrong: they are two again, and stay two."""
    unmerge(done, by=by, at=at)
    pair = duplicates.compare(done.kept, done.gone, at=at)
    Likeness.objects.filter(pk=pair.pk).update(state=State.APART, decided_by=by, decided_at=at)
    for person in (done.kept, done.gone):
        person.refresh_from_db()
        duplicates.look(person, at=at)


def _decide(pair: Likeness, state: str, *, by, at: datetime) -> None:
    if not Likeness.objects.filter(pk=pair.pk, state=State.OPEN).update(state=state, decided_by=by, decided_at=at):
        raise Conflict(_("Somebody has decided about these two already."), matter=pair.one)
