"""Numbers of dossiers: 〔2026〕棠湖社区人调字第12号, without gaps within an organisation and year."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localtime

from ..models import Case, MediationOrg
from .designs.channels import CHANNELS
from .models import FileNumber

TAILS = ("人民调解委员会", "调解委员会", "人民调解室", "调解室")


@transaction.atomic
def number_case(case: Case, *, at: datetime) -> str:
    """The number of the case at its organisation, given now if it has none. Empty before there is an organisation.

    The organisation's row is locked: two who ask at once get one after the other, and a number whose transaction
    fails was never given.
    """
    if case.org_id is None:
        return ""
    if known := FileNumber.text_of(case):
        return known
    # NO KEY: rows that merely point to the organisation are not kept waiting.
    org = MediationOrg.objects.select_for_update(no_key=True).get(pk=case.org_id)
    if known := FileNumber.text_of(case):
        return known
    year = localtime(at).year
    last = FileNumber.objects.filter(org=org, year=year).aggregate(last=Max("number"))["last"] or 0
    text = f"〔{year}〕{short(org.name)}{CHANNELS[org.kind].sign}第{last + 1}号"
    FileNumber.objects.create(case=case, org=org, year=year, number=last + 1, text=text, given_at=at)
    return text


def short(name: str) -> str:
    """棠湖社区 of 棠湖社区人民调解委员会."""
    for tail in TAILS:
        if name.endswith(tail) and len(name) > len(tail):
            return name.removesuffix(tail)
    return name
