"""What the law asks of an organisation and what is missing. It is said and never hinders: the network is as it is.

人民调解法 art. 8 (three to nine members, a head, a woman among them), 9 (elected, for three years), 10 (the county's
justice bureau keeps count of the committees), 13 (mediators); 医疗纠纷预防和处理条例 art. 32 (a medical committee is
filed within 30 working days of its founding). domain.md §4.5, §4.6.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.deadlines.calendars import current

from ..models import MediationOrg, MediationWindow, Mediator, OrgMember
from ..models.categories import Field

FEWEST, MOST = 3, 9
SOON = timedelta(days=90)
FILED_WITHIN = 30  # working days, for a medical committee


@dataclass(frozen=True)
class Rule:
    """What can be missing: a short name for the column of a table, and where it is written."""

    label: Promise
    law: Promise


MEDIATION_LAW = gettext_lazy("People's Mediation Law art. %(n)s")
MEDICAL = gettext_lazy("Regulation on Medical Disputes art. 32")
RULES: dict[str, Rule] = {
    "few": Rule(gettext_lazy("Too few members"), MEDIATION_LAW % {"n": 8}),
    "many": Rule(gettext_lazy("Too many members"), MEDIATION_LAW % {"n": 8}),
    "head": Rule(gettext_lazy("No head"), MEDIATION_LAW % {"n": 8}),
    "woman": Rule(gettext_lazy("No woman"), MEDIATION_LAW % {"n": 8}),
    "over": Rule(gettext_lazy("Term over"), MEDIATION_LAW % {"n": 9}),
    "ending": Rule(gettext_lazy("Term ends soon"), MEDIATION_LAW % {"n": 9}),
    "unknown": Rule(gettext_lazy("Term not known"), MEDIATION_LAW % {"n": 9}),
    "mediator": Rule(gettext_lazy("No active mediator"), MEDIATION_LAW % {"n": 13}),
    "unfiled": Rule(gettext_lazy("Not filed"), MEDIATION_LAW % {"n": 10}),
    "late": Rule(gettext_lazy("Filing overdue"), MEDICAL),
}


@dataclass(frozen=True)
class Lack:
    """One thing that an organisation lacks, in a sentence."""

    code: str
    text: str

    @property
    def rule(self) -> Rule:
        return RULES[self.code]


def with_strength(orgs: QuerySet, day: date) -> QuerySet:
    """With how many sit and serve there on this day: `n_members`, `n_women`, `n_heads`, `n_mediators`, `n_windows`."""
    members = OrgMember.objects.on(day).filter(org=OuterRef("pk"))
    serving = Q(active_from=None) | Q(active_from__lte=day)
    return orgs.select_related("area", "center", "specialty", "department").defer("area__outline").annotate(
        n_members=_number(members), n_women=_number(members.filter(sex=OrgMember.Sex.FEMALE)),
        n_heads=_number(members.filter(position=OrgMember.Position.HEAD)),
        n_mediators=_number(Mediator.objects.filter(serving, org=OuterRef("pk"), is_active=True)),
        n_windows=_number(MediationWindow.objects.filter(org=OuterRef("pk"), is_active=True)))


def _number(rows: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("org").annotate(n=Count("pk")).values("n")), 0)


def lacks_of(org: MediationOrg, day: date) -> list[Lack]:
    """In the order of RULES, for an organisation out of `with_strength`. Of offices and courts only mediators are
    asked for: the rest is said of people's committees."""
    found = [*_of_members(org), *_of_term(org, day)] if org.is_committee else []
    if not org.n_mediators:
        found.append(Lack("mediator", _("No mediator is active here: nobody can be appointed.")))
    return found + (_of_filing(org, day) if org.is_committee else [])


def _of_members(org: MediationOrg) -> list[Lack]:
    found, number = [], {"n": org.n_members, "fewest": FEWEST, "most": MOST}
    if org.n_members < FEWEST:
        found.append(Lack("few", _("%(n)s members; the law asks for at least %(fewest)s.") % number))
    if org.n_members > MOST:
        found.append(Lack("many", _("%(n)s members; the law allows %(most)s at most.") % number))
    if not org.n_heads:
        found.append(Lack("head", _("Nobody heads it.")))
    if not org.n_women:
        found.append(Lack("woman", _("There is no woman among the members.")))
    return found


def _of_term(org: MediationOrg, day: date) -> list[Lack]:
    last = org.term_to
    if last is None:
        return [Lack("unknown", _("It is not written down until when it is elected."))]
    if last < day:
        return [Lack("over", _("The term ended on %(day)s: an election is due.") % {"day": last})]
    if last <= day + SOON:
        return [Lack("ending", _("The term ends on %(day)s, in %(n)s days.") % {"day": last, "n": (last - day).days})]
    return []


def _of_filing(org: MediationOrg, day: date) -> list[Lack]:
    if org.filed_on:
        return []
    is_medical = org.specialty is not None and org.specialty.field == Field.MEDICAL
    if is_medical and org.founded_on:
        last = current().working_day_after(org.founded_on, FILED_WITHIN)
        if last < day:
            return [Lack("late", _("It had to be filed by %(day)s, 30 working days after its founding.")
                         % {"day": last})]
        return [Lack("unfiled", _("It is to be filed by %(day)s, 30 working days after its founding.") % {"day": last})]
    return [Lack("unfiled", _("It is not filed with the justice bureau."))]
