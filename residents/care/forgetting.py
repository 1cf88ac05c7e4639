"""Drafts that nobody sent are deleted, ended referrals restricted, and in the end emptied (PIPL art. 19, 47)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.retention.registry import Does, forgetter

from . import actions
from .limits import DRAFTS_KEPT, FORGET_AFTER, RESTRICT_AFTER
from .models import CareReferral
from .states import State

PURPOSE_REACHED = _("Personal Information Protection Law, articles 19 and 47: the purpose is reached")


@forgetter("care.draft", _("Care referrals that nobody sent"), model=CareReferral, moment="written_at",
           days=DRAFTS_KEPT, due=Q(state=State.WRITTEN), source=PURPOSE_REACHED, does=Does.DELETE, fields=["service"])
def forget_drafts(referrals, *, at):
    CareReferral.objects.filter(pk__in=[referral.pk for referral in referrals]).delete()


@forgetter("care.ended", _("Care referrals that have ended"), model=CareReferral, moment="ended_at",
           days=RESTRICT_AFTER, due=Q(state=State.ENDED), source=PURPOSE_REACHED, does=Does.RESTRICT,
           fields=["service", "outcome"])
def lock_ended(referrals, *, at):
    """Restricting is the rule's own doing; receivers.py moves the state."""


@forgetter("care.restricted", _("Need and names of restricted care referrals"), model=CareReferral, moment="ended_at",
           days=FORGET_AFTER, due=Q(state=State.RESTRICTED, forgotten_at=None), does=Does.MASK, at_least=FORGET_AFTER,
           source=_("Network data regulation, article 12: what was passed on is on record for three years"),
           fields=["service", "outcome"])
def forget_restricted(referrals, *, at):
    actions.forget(referrals, at=at)
