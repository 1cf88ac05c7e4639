"""What the county told, and what is kept about it."""

from datetime import date

from hotline.voices import actions
from hotline.voices.models import AnalysisReport, ContingencyPlan, LiaisonOfficer
from incidents.models import Category
from shuangliu import indicators
from shuangliu.indicators.periods import Period
from tests.conftest import NOW
from tests.incidents.story import RUBBISH, make_kinds

TODAY = NOW.date()
FEBRUARY = Period("", "", date(2026, 2, 1), date(2026, 2, 28))


class Voices:
    """`voices.came(9, date(2026, 2, 3))` writes nine concerns about rubbish of Wang's community into the figures."""

    def __init__(self, cast):
        self.cast, self.kinds = cast, make_kinds()

    def came(self, count: int, day: date, *, category: str | None = RUBBISH, area=None) -> None:
        key = (area or self.cast.community).key
        indicators.add_many([("ticket.concern", key, day, count)])
        if category:
            kind, _ = Category.objects.get_or_create(code=category, defaults={
                "name": category, "parent": self.kinds[RUBBISH].parent, "handle_amount": 2,
                "handle_unit": "working_days"})
            indicators.add_many([("ticket.concern/category", key, day, count, str(kind.pk))])

    def report(self, state: str = "draft") -> AnalysisReport:
        report = actions.draft(by=self.cast.mu, at=NOW, area=self.cast.county, span="month", period=FEBRUARY,
                               today=TODAY)
        if state != "draft":
            actions.sign(report, by=self.cast.mu, at=NOW)
        if state == "issued":
            actions.issue(report, by=self.cast.chen, at=NOW)
        return report

    def plan(self, **more) -> ContingencyPlan:
        given = {"title": "城区内涝应急预案", "kind": "disaster", "version": "2026版", "valid_from": date(2026, 1, 1),
                 "owner": self.cast.departments["urban-management"], "review_on": date(2026, 12, 31), **more}
        return ContingencyPlan.objects.create(area=self.cast.county, **given)

    def officer(self, **more) -> LiaisonOfficer:
        given = {"name": "林联络", "office_phone": "028-85800000", "valid_from": date(2025, 1, 1), "unit": "航空港公司",
                 **more}
        return LiaisonOfficer.objects.create(area=self.cast.county, **given)
