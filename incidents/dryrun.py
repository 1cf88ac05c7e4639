"""Rules tried on the past: where they would have sent what people have dispatched since (domain.md §6 派遣准确率)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from grids.rules import RuleSet
from grids.trying import Recent

from .models import Category, Incident, Move, RoutingRule
from .states import Act

MOST = 2000  # incidents looked at, the newest first
CHUNK = 500
EXAMPLES = 12
READ = ("area_key", "category_id", "is_urgent", "reported_at", "accepted_at", "description")


@dataclass(frozen=True)
class Outcome:
    """One incident: to whom it went in the end, how often it was dispatched and returned, and what the rules say.
    `real` is the code of a department or None for the desk itself."""

    incident: Incident
    real: str | None
    real_label: str | None
    dispatched: int
    returned: int
    rule: RoutingRule | None

    @property
    def verdict(self) -> str:
        if self.rule is None:
            return "none"
        department = self.rule.department
        return "same" if (department and department.code) == self.real else "changed"


@dataclass
class Report:
    """`hits` counts for each rule its verdicts; `examples` are of those that would have gone elsewhere."""

    verdicts: Counter = field(default_factory=Counter)
    hits: dict[int, Counter] = field(default_factory=dict)
    dispatched: int = 0
    returned: int = 0
    spared: int = 0  # returns of incidents that the rules would have sent to the right place at once
    examples: list[Outcome] = field(default_factory=list)
    looked_at: int = 0
    is_cut: bool = False

    def add(self, outcome: Outcome) -> None:
        verdict = outcome.verdict
        self.verdicts[verdict] += 1
        self.dispatched += outcome.dispatched
        self.returned += outcome.returned
        if outcome.rule:
            self.hits.setdefault(outcome.rule.pk, Counter())[verdict] += 1
        if verdict == "same":
            self.spared += outcome.returned
        if verdict == "changed" and len(self.examples) < EXAMPLES:
            self.examples.append(outcome)

    @property
    def right(self) -> int:
        """Dispatches of people that were not returned as wrong."""
        return self.dispatched - self.returned

    @property
    def decided(self) -> int:
        """Incidents for which a rule fits."""
        return self.verdicts["same"] + self.verdicts["changed"]


def run(user, rules: Iterable[RoutingRule], since: datetime) -> Report:
    """Try `rules` on what `user` sees of the incidents reported since and dispatched."""
    rules, report = RuleSet(rules), Report()
    rows = Incident.objects.listed_for(user).filter(accepted_at__isnull=False).only(*READ)
    recent = Recent(rows, "reported_at", since, most=MOST, chunk=CHUNK)
    for incidents in recent.chunks():
        _give_categories(incidents)
        moves = _moves(incidents)
        for incident in incidents:
            went = moves.get(incident.pk, [])
            dispatches = [move for move in went if move.act != Act.RETURN]
            if not dispatches:
                continue  # not yet, or to mediation
            last = dispatches[-1].department
            report.add(Outcome(incident, last and last.code, last and last.name, len(dispatches),
                               len(went) - len(dispatches), rules.best(incident)))
    report.looked_at, report.is_cut = recent.looked_at, recent.is_cut
    return report


def _give_categories(incidents: list[Incident]) -> None:
    kinds = Category.objects.in_bulk({incident.category_id for incident in incidents})
    for incident in incidents:
        incident.category = kinds[incident.category_id]


def _moves(incidents: list[Incident]) -> dict[int, list[Move]]:
    found: dict[int, list[Move]] = {}
    moves = Move.objects.filter(incident__in=[incident.pk for incident in incidents],
                                act__in=[Act.ASSIGN, Act.DECIDE, Act.RETURN])
    for move in moves.select_related("department").order_by("id"):
        found.setdefault(move.incident_id, []).append(move)
    return found
