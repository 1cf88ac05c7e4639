"""What mediation holds of a person, for the person: that they are or were a party, and what they gave of themselves.
Never what the other side, a witness or a private talk told (人民调解法 art. 22-23, PIPL art. 45; 民法典 art. 1034): who
wants more of a case asks as its party, at the centre."""

from django.utils.translation import gettext_lazy as _

from shuangliu.subjects.registry import Holder, holder
from shuangliu.subjects.states import Ground

from .models import Party, Representative

KEPT = _("The dossier is kept for as long as the archive rules say; then it is restricted (People's Mediation Law, "
         "article 27; Archives Law).")


class OfCase(Holder):
    kept = KEPT

    def title(self, record):
        return self.case(record).number

    def case(self, record):
        raise NotImplementedError

    def own(self, record) -> list:
        return [(_("full name"), record.name), (_("kind of document"), record.get_document_display()),
                (_("ID number"), record.id_number), (_("phone"), record.phone)]

    def of_case(self, record) -> list:
        case = self.case(record)
        return [(_("kind of dispute"), case.category), (_("came in"), case.registered_at),
                (_("state"), case.get_state_display())]

    def correct_at(self, record):
        return self.case(record).get_absolute_url()

    def why_used(self, record):
        if self.case(record).is_open:
            return Ground.NEEDED, str(_("The dispute is being mediated."))
        return "", ""


@holder("mediation.party", _("Mediation: as a party"), act="case.read")
class Parties(OfCase):
    def find(self, who):
        return who.among(Party.objects.filter(is_organisation=False).select_related("case__category"))

    def case(self, party):
        return party.case

    def facts(self, party):
        return [*self.own(party), (_("side"), party.get_role_display()), (_("sex"), party.get_sex_display()),
                (_("birthday"), party.born_on), (_("address"), party.address), (_("occupation"), party.occupation),
                *self.of_case(party)]


@holder("mediation.representative", _("Mediation: for a party"), act="case.read")
class Representatives(OfCase):
    def find(self, who):
        return who.among(Representative.objects.select_related("party__case__category"))

    def case(self, speaker):
        return speaker.party.case

    def facts(self, speaker):
        return [*self.own(speaker), (_("kind"), speaker.get_kind_display()), (_("since"), speaker.added_at),
                *self.of_case(speaker)]
