"""The personal data that mediation holds, of parties, of who speaks for them and of experts: who may see them in clear,
and whose they are."""

from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import Case, Expert, Party, Representative
from .openings import OPENED, OUTLINE, REVEALED, why

LOOKS = {
    OPENED: _("The case was opened"),
    REVEALED: _("Names, ID numbers and phones were shown in clear"),
    "case.printed": _("Papers of the case were printed"),
    "case.papers_opened": _("Signed papers of the case were opened"),
    "case.dossier_opened": _("The dossier of the case was opened"),
}


def register() -> None:
    reveals.register(Case, act="case.reveal", rows=lambda: Case.objects.for_detail(),
                     fields=(Field.NAME, Field.ID_NUMBER, Field.PHONE, Field.ADDRESS, Field.BIRTHDAY),
                     shown_at=lambda case: f"{case.get_absolute_url()}#parties", people=lambda case: case.parties.all())
    reveals.register(Expert, act="network.edit", verb="expert.revealed", fields=(Field.PHONE,),
                     rows=lambda: Expert.objects.select_related("center__area"),
                     shown_at=lambda expert: f"{reverse('mediation:experts')}#expert-{expert.pk}")
    # Who sees the outline only sees no party.
    looks.register(Case, LOOKS, subjects=people_of, counts=lambda entry: entry.purpose != OUTLINE, why=why)


def people_of(ids: Collection[int]) -> looks.Keys:
    """Of each case, the parties and representatives by ID number and phone."""
    found: looks.Keys = {}
    for rows, case in [(Party, "case_id"), (Representative, "party__case_id")]:
        for pk, *hashes in rows.objects.filter(**{f"{case}__in": ids}).values_list(case, "id_hash", "phone_hash"):
            found.setdefault(pk, set()).update(filter(None, hashes))
    return found
