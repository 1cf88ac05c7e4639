"""Forgetting before the time, as the person asks for it (PIPL art. 47): what a rule knows how to forget, and only where
neither a hold nor a law stands against it."""

import uuid
from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from . import holds, rules
from .forgetting import StillDue, moment_of, write_down
from .models import Hold
from .registry import forgetters


class Kept(Exception):
    """It must not be forgotten yet; the text says why."""


def why_held(*matters: models.Model, at: datetime) -> str:
    """Why one of these must be kept for now; "" when nobody holds them back."""
    found = (Hold.objects.of(matter).in_force(localdate(at)).first() for matter in matters)
    return next((_("It must be kept for now: %(basis)s") % {"basis": hold.basis} for hold in found if hold), "")


def why_kept(what: str, matter: models.Model, *, at: datetime) -> str:
    """Why the matter cannot be forgotten by the rule `what` now; "" when it can."""
    how = forgetters[what]
    if why := why_held(matter, at=at):
        return why
    if not how.model._base_manager.filter(how.due, pk=matter.pk, **{f"{how.moment}__isnull": False}).exists():
        return _("It is still needed: the matter is not over.")
    until = moment_of(matter, how) + timedelta(days=how.at_least)
    if until > at:
        return _("A law wants it kept until %(day)s: %(source)s") % {"day": f"{localdate(until):%Y-%m-%d}",
                                                                   "source": how.source}
    return ""


@transaction.atomic
def forget(what: str, matter: models.Model, *, at: datetime) -> None:
    """Forget it now, with a line in the ledger as if its time were over. Raises Kept."""
    how = forgetters[what]
    locked = holds.unheld(how.model._base_manager.filter(pk=matter.pk), localdate(at)).select_for_update(of=("self",))
    matters = list(locked)
    if why := why_kept(what, matter, at=at):
        raise Kept(why)
    rule = next(rule for rule in rules.all_rules() if rule.what == what)
    write_down(rule, matters, does=how.does, at=at, run=uuid.uuid4())
    how.forget(matters, at=at)
    if how.model._base_manager.filter(how.due, pk=matter.pk).exists():
        raise StillDue(what)
