"""GB/T 31000-2015 table 30 矛盾纠纷排查化解: its 27 items, as other systems of the standard read them (domain.md §4.3).

What is left out and why (domain.md §4.3, §7; 个人信息保护法 art. 6: no more than the purpose needs): the ethnic group
of the party (item 13) and the class of persons (15, table 92) are not collected at all, education (14) and the comments
of an appraisal (24, 25) neither. Their columns stay, empty. What was said in mediation is kept secret
(人民调解法 art. 15), so the facts (7) and the result (23) are told in the words of the outline.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.deadlines.models import Deadline
from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from ..models import Case, MediationOrg, Party
from ..models.cases import Outcome
from ..models.limits import Kind
from ..models.parties import Side

MOST = 5000  # cases in one file
BATCH = 200
WAY = {  # table 93, 化解方式
    MediationOrg.Kind.JUDICIAL: "0101", MediationOrg.Kind.ADMINISTRATIVE: "0102", MediationOrg.Kind.PEOPLE: "0103",
}
UNKNOWN = "0"  # of sex, GB/T 2261.1
SUCCESS = {Outcome.SETTLED: "1", Outcome.FAILED: "0", Outcome.MOVED: "0"}


@dataclass(frozen=True)
class Item:
    """A column: its number and Chinese name in the standard, and why it is empty if it always is."""

    number: int
    name: str
    empty: Any = ""


NOT_COLLECTED = gettext_lazy("Not collected (PIPL art. 6; GB/T 31000 is a recommendation)")
NOT_NEEDED = gettext_lazy("Optional in the standard, and no more than needed goes out (PIPL art. 6)")
NO_APPRAISAL = gettext_lazy("No appraisal is kept with a case")
NO_POINT = gettext_lazy("A case has no point on the map")
ITEMS = (
    Item(1, "事件名称"), Item(2, "发生日期"), Item(3, "发生地点"), Item(4, "事件规模"), Item(5, "事件类别"),
    Item(6, "涉及人数"), Item(7, "事件简述"), Item(8, "涉及单位"), Item(9, "主要当事人证件代码"),
    Item(10, "主要当事人证件号码"), Item(11, "主要当事人姓名"), Item(12, "主要当事人性别"),
    Item(13, "主要当事人民族", NOT_COLLECTED), Item(14, "主要当事人学历", NOT_COLLECTED),
    Item(15, "主要当事人人员类别", NOT_COLLECTED), Item(16, "主要当事人居住详址", NOT_NEEDED), Item(17, "化解时限"),
    Item(18, "化解方式"), Item(19, "化解组织"), Item(20, "化解责任人姓名"),
    Item(21, "化解责任人联系方式", NOT_COLLECTED), Item(22, "化解是否成功"), Item(23, "化解情况"),
    Item(24, "考评日期", NO_APPRAISAL), Item(25, "考评意见", NO_APPRAISAL), Item(26, "经度", NO_POINT),
    Item(27, "纬度", NO_POINT),
)


class Table:
    """`sheets()` writes the cases; `written` are those in the file. Parties are masked unless `is_clear`."""

    def __init__(self, cases, *, is_clear: bool):
        self.cases, self.is_clear = cases, is_clear
        self.written: list[Case] = []

    def sheets(self) -> list[Sheet]:
        notes = [[item.number, item.name, item.empty] for item in ITEMS if item.empty]
        return [
            Sheet("矛盾纠纷排查化解", [item.name for item in ITEMS], self._rows()),
            Sheet(_("Notes"), [_("Item"), _("Name"), _("Why it is empty")], [
                *notes,
                ["7, 23", "", _("Told in the words of the outline: what was said in mediation is secret (People's "
                                "Mediation Law art. 15)")],
                ["10, 11", "", _("In clear, for the purpose on record") if self.is_clear else _("Masked")]]),
        ]

    def _rows(self) -> Iterator[list]:
        batch = []
        rows = self.cases.select_related("category__parent", "for_org", "for_mediator")
        for case in keyset.walk(rows, order=("registered_at", "id"), most=MOST):
            batch.append(case)
            if len(batch) == BATCH:
                yield from self._lines(batch)
                batch = []
        yield from self._lines(batch)

    def _lines(self, cases: list[Case]) -> Iterator[list]:
        due, parties = _due(cases), _parties(cases)
        for case in cases:
            self.written.append(case)
            yield self._line(case, parties.get(case.pk, []), due.get(case.pk))

    def _line(self, case: Case, parties: list[Party], due: date | None) -> list:
        persons = [party for party in parties if not party.is_organisation]
        main = next(iter(persons), None)
        units = "、".join(party.name for party in parties if party.is_organisation)
        values = {
            1: case.title, 2: f"{case.happened_on:%Y%m%d}", 3: case.place, 4: case.scale, 5: case.category.code,
            6: case.people, 7: _("%(category)s, %(people)d people involved") % {
                "category": case.category.label, "people": case.people},
            8: units[:100], 17: f"{due:%Y%m%d}" if due else "",
            18: WAY[case.for_channel], 19: case.for_org.name if case.for_org else "",
            20: case.for_mediator.name if case.for_mediator else "", 22: SUCCESS.get(case.outcome, ""),
            23: case.get_outcome_display() or case.get_state_display(),
        }
        if main:
            values |= {9: main.document, 12: main.sex or UNKNOWN}  # codes of GA/T 517 and GB/T 2261.1
            values |= {10: main.id_number, 11: main.name} if self.is_clear else {
                10: main.masked_id_number, 11: main.masked_name}
        return [values.get(item.number, "") for item in ITEMS]


def _due(cases: list[Case]) -> dict[int, date]:
    """The day by which each case had to be settled: its newest clock of mediation."""
    clocks = Deadline.objects.filter(matter_type=Case._meta.label_lower, matter_id__in=[case.pk for case in cases],
                                     kind=Kind.MEDIATE).order_by("id").values_list("matter_id", "due_at")
    return {pk: localdate(due_at) for pk, due_at in clocks}


def _parties(cases: list[Case]) -> dict[int, list[Party]]:
    """The parties of each case, applicants first."""
    found: dict[int, list[Party]] = {}
    for party in Party.objects.filter(case__in=cases).order_by("case", "id"):
        found.setdefault(party.case_id, []).append(party)
    for parties in found.values():
        parties.sort(key=lambda party: party.role != Side.APPLICANT)
    return found
