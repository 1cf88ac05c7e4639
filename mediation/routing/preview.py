"""Rules tried on the past: where they would have sent the cases that have been taken on since."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from grids.jurisdiction import posts_for
from grids.trying import Recent

from ..models import Case, DisputeCategory, MediationOrg, MediationRoute
from .finding import Destination, Finder, Organisations

EXAMPLES = 12
READ = ("area_key", "category_id", "scale", "source", "registered_at", "accepted_at", "level", "org")


@dataclass(frozen=True)
class Outcome:
    """One case: who has it or had it last, and where the rules send it."""

    case: Case
    goes: Destination

    @property
    def verdict(self) -> str:
        if self.goes.org is None:
            return "none"
        return "same" if self.goes.org.pk == self.case.org_id else "changed"


@dataclass
class Report:
    """`hits` counts for each rule its verdicts, `levels` where the cases would go; `examples` are of those that would
    have gone elsewhere."""

    verdicts: Counter = field(default_factory=Counter)
    hits: dict[int, Counter] = field(default_factory=dict)
    levels: Counter = field(default_factory=Counter)
    examples: list[Outcome] = field(default_factory=list)
    looked_at: int = 0
    is_cut: bool = False

    def add(self, outcome: Outcome) -> None:
        verdict = outcome.verdict
        self.verdicts[verdict] += 1
        self.levels[outcome.goes.level] += 1
        if outcome.goes.route:
            self.hits.setdefault(outcome.goes.route.pk, Counter())[verdict] += 1
        if verdict == "changed" and len(self.examples) < EXAMPLES:
            self.examples.append(outcome)

    @property
    def decided(self) -> int:
        return self.verdicts["same"] + self.verdicts["changed"]


def run(user, rules: Iterable[MediationRoute], since: datetime) -> Report:
    """Try `rules` on what `user` sees of the cases registered since and given to an organisation. Moves nothing."""
    report, finder = Report(), Finder(rules, Organisations(_orgs(user)))
    rows = Case.objects.listed_for(user).filter(accepted_at__isnull=False, org__isnull=False)
    recent = Recent(rows.select_related("org").only(*READ), "registered_at", since)
    categories = DisputeCategory.objects.select_related("parent").in_bulk()
    for cases in recent.chunks():
        for case in cases:
            case.category = categories[case.category_id]
            report.add(Outcome(case, finder.destination(case)))
    report.looked_at, report.is_cut = recent.looked_at, recent.is_cut
    return report


def _orgs(user) -> list[MediationOrg]:
    """All of the counties of the user's posts."""
    found = {org.pk: org for post in posts_for(user, "route.preview")
             for org in MediationOrg.objects.in_county(post.area.key)}
    return sorted(found.values(), key=lambda org: org.pk)
