"""What care holds of a person, for the person: each referral as it was told, where it went and what came of it; aid
that was applied for and paid (PIPL art. 45)."""

from django.utils.translation import gettext_lazy as _

from shuangliu.subjects.registry import Holder, holder

from ..models.people import Person
from .models import AidApplication, CareReferral
from .states import State


@holder("residents.care", _("Care referrals and aid"), act="care.view")
class Referrals(Holder):
    kept = _("Help is being given, or has just ended: take your consent back first, then it is locked. What was passed "
             "on is on record for three years (Network data regulation, article 12).")

    def find(self, who):
        people = [person.pk for person in who.among(Person.objects.all())]
        found = list(CareReferral.objects.filter(person__in=people)) if people else []
        # Somebody who is in no register stands here by name and phone, which are encrypted: few, and read one by one.
        if who.phone and who.name:
            found += [one for one in CareReferral.objects.filter(person=None, forgotten_at=None).exclude(phone="")
                      .iterator() if (one.phone, one.name) == (who.phone, who.name)]
        return found

    def facts(self, referral):
        aid = AidApplication.objects.filter(referral=referral).order_by("id")
        return [(_("help wanted"), referral.get_service_display()), (_("need, in their words"), referral.need),
                (_("full name"), referral.who), (_("phone"), referral.reached_by), (_("address"), referral.lives_at),
                (_("name of the guardian"), referral.guardian), (_("agency"), referral.agency),
                (_("state"), referral.get_state_display()), (_("written at"), referral.written_at),
                (_("sent at"), referral.sent_at), (_("help from"), referral.served_from),
                (_("help until"), referral.served_until), (_("what came of it"), referral.get_outcome_display()),
                *((_("aid"), " · ".join(map(str, filter(None, [
                    one.number, one.get_kind_display(), one.get_state_display(), one.amount, one.granted,
                    one.granted_from, one.granted_until, one.reason])))) for one in aid)]

    def correct_at(self, referral):
        return referral.get_absolute_url()

    def forgotten_by(self, referral):
        if referral.state == State.WRITTEN:
            return "care.draft", referral
        return ("care.restricted", referral) if referral.state == State.RESTRICTED else None
