"""The states of incidents and cases as drawings and tables, out of the data that the code obeys.

`python -m tools.drawings` writes them between the two marks of each page in PAGES; tests/house/test_docs.py fails where
a page says otherwise.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

HANDBOOK = Path(__file__).resolve().parent.parent / "docs" / "handbook"
BEGIN, END = "<!-- drawn by python -m tools.drawings -->", "<!-- end of the drawing -->"


@dataclass(frozen=True)
class Step:
    """An act: from which states (none: it makes the matter), to which (None: the state stays), and who may."""

    act: str
    label: object
    sources: frozenset
    target: object | None
    who: str


def drawn(states: Iterable, open_states: Iterable, steps: list[Step], clocks: dict[str, str]) -> str:
    """Drawing, table of states and table of acts in Markdown."""
    states = list(states)
    parts = (_mermaid(states, steps), _state_table(states, steps, clocks), _act_table(states, set(open_states), steps))
    return "\n\n".join("\n".join(part) for part in parts)


def _mermaid(states: list, steps: list[Step]) -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in states:
        yield f"    {state} : {chinese(state.label)}"
    for step in steps:
        if step.target is not None:
            for source in [state for state in states if state in step.sources] or ["[*]"]:
                yield f"    {source} --> {step.target} : {chinese(step.label)}"
    ends = set(states) - {source for step in steps if step.target for source in step.sources}
    for state in states:
        if state in ends:
            yield f"    {state} --> [*]"
    yield "```"


def _state_table(states: list, steps: list[Step], clocks: dict[str, str]) -> Iterator[str]:
    yield "| state | on the page | time limit of the stage | acts that lead on |"
    yield "|---|---|---|---|"
    for state in states:
        acts = ", ".join(dict.fromkeys(f"`{step.act}`" for step in steps if state in step.sources and step.target))
        yield f"| `{state}` | {chinese(state.label)} | {clocks.get(state, '–')} | {acts or '–'} |"


def _act_table(states: list, open_states: set, steps: list[Step]) -> Iterator[str]:
    yield "| act | on the page | from | to | who may |"
    yield "|---|---|---|---|---|"
    by_act: dict[str, list[Step]] = {}
    for step in steps:
        by_act.setdefault(step.act, []).append(step)
    for step, *others in by_act.values():
        sources = ", ".join(f"`{state}`" for state in states if state in step.sources) or "–"
        sources = "every open state" if step.sources == open_states else sources
        target = " or ".join(f"`{one.target}`" for one in (step, *others)) if step.target else "stays"
        yield f"| `{step.act}` | {chinese(step.label)} | {sources} | {target} | {step.who} |"


def chinese(text) -> str:
    with override("zh-hans"):
        return str(text)


def english(text) -> str:
    with override("en"):
        return str(text)


def who_may(act: str) -> str:
    """The roles of an act in words; the three desks as one, for they mostly go together."""
    from grids.roles import RIGHTS, TIERS, Role

    roles = RIGHTS.get(act)
    if roles is None:
        return "the system"
    words = ["desk"] if roles >= TIERS else []
    words += [english(role.label).lower() for role in Role if role in (roles - TIERS if words else roles)]
    return ", ".join(words)


def incident_states() -> str:
    from incidents.limits import DEFAULTS
    from incidents.states import CLOCK, FOLLOWS, OPEN, RULES, Act, Stage, State

    steps = [Step(act.value, act.label, rule.sources, rule.target, who_may(f"incident.{act}"))
             for act, rule in ((Act(act), rule) for act, rule in RULES.items() if act not in FOLLOWS)]
    clocks = {}
    for state, stage in CLOCK.items():
        usual, urgent = DEFAULTS.get((stage, False)), DEFAULTS.get((stage, True))
        limit = "by category" if stage == Stage.HANDLE else chinese(usual)
        clocks[state] = f"{chinese(stage.label)} {limit}" + (f", urgent {chinese(urgent)}" if usual != urgent else "")
    return drawn(State, OPEN, steps, clocks)


def demand_states() -> str:
    """One drawing and one table of acts for each kind."""
    from incidents.demands.limits import DEFAULTS
    from incidents.demands.states import ALIVE, OPENED_BY, STEPS, Kind, Side, State, clock_of

    side = {Side.ASKER: "who asked", Side.ASKED: "who is asked", Side.BETWEEN: "the sub-centre"}
    parts = []
    for opening, kind in OPENED_BY.items():
        steps = [Step(act.value, act.label, step.sources, step.target, f"{side[step.side]}: {who_may(f'demand.{act}')}")
                 for (of, act), step in STEPS.items() if of == kind]
        first = State.PASSING if kind == Kind.WHISTLE else State.ASKED
        reached = {step.target for step in steps} | {first}
        steps = [Step(step.act, step.label, step.sources & reached, step.target, step.who) for step in steps]
        begin = Step(opening.value, opening.label, frozenset(), first, who_may(f"incident.{opening}"))
        clocks = {}
        for state in ALIVE & reached:
            usual, urgent = DEFAULTS[kind, stage] if (stage := clock_of(kind, state)) else (None, None)
            clocks[state] = f"{chinese(stage.label)} {chinese(usual)}" + (
                f", urgent {chinese(urgent)}" if usual != urgent else "")
        states = [state for state in State if state in reached]
        heading = f"## {english(kind.label)} {chinese(kind.label)}"
        parts.append(f"{heading}\n\n{drawn(states, ALIVE, [begin, *steps], clocks)}")
    return "\n\n".join(parts)


def case_states() -> str:
    from mediation.deeds import DEEDS
    from mediation.models.limits import Kind
    from mediation.states import OPEN, STAYS, TRANSITIONS, Act, State

    start = Step("register", _("Register"), frozenset(), State.REGISTERED, who_may("case.register"))
    steps = [start, *(Step(act.value, Act(act).label, sources, target, who_may(f"case.{act}"))
                      for act, (sources, goals) in TRANSITIONS.items() if act in DEEDS
                      for target in (goals if isinstance(goals, tuple) else (goals,))),
             *(Step(act.value, act.label, sources, None, who_may(f"case.{act}")) for act, sources in STAYS.items())]
    limits = {State.REGISTERED: Kind.TRIAGE, State.TRANSFERRED: Kind.TRANSFER, State.PANEL: Kind.PANEL}
    clocks = {state: chinese(limits.get(state, Kind.MEDIATE).label) for state in OPEN}
    return drawn(State, OPEN, steps, clocks)


def ticket_states() -> str:
    from hotline.limits import DEFAULTS
    from hotline.states import CLOCK, OPEN, TRANSITIONS, Act, State

    steps = [Step(act.value, Act(act).label, sources, goal, who_may(f"ticket.{act}"))
             for act, (sources, goals) in TRANSITIONS.items()
             for goal in (goals if isinstance(goals, tuple) else (goals,))]
    clocks = {}
    for state, stage in CLOCK.items():
        limits = dict.fromkeys(chinese(limit) for (of, _kind), limit in DEFAULTS.items() if of == stage)
        clocks[state] = f"{chinese(stage.label)} {' / '.join(limits)}"
    return drawn(State, OPEN, steps, clocks)


def lease_states() -> str:
    from residents.leases.limits import LIMITS
    from residents.leases.states import CLOCK, OPEN, TRANSITIONS, Act, State

    steps = [Step(act.value, Act(act).label, sources, goal, who_may(f"lease.{act}"))
             for act, (sources, goals) in TRANSITIONS.items()
             for goal in (goals if isinstance(goals, tuple) else (goals,))]
    clocks = {state: f"{chinese(stage.label)} {chinese(LIMITS[stage])}" for state, stage in CLOCK.items()}
    return drawn(State, OPEN, steps, clocks)


def care_states() -> str:
    """Of a referral, then of an application for aid that rides on one."""
    from residents.care.limits import ANSWER_DAYS, BEGIN_DAYS, GO_ON_DAYS
    from residents.care.states import AID_STEPS, CLOCK, OPEN, TRANSITIONS, Act, AidAct, AidState, Stage, State
    from shuangliu.deadlines import Limit, Unit

    steps = [Step(act.value, Act(act).label, sources, goal, who_may(f"care.{act}"))
             for act, (sources, goal) in TRANSITIONS.items()]
    days = {Stage.ANSWER: ANSWER_DAYS, Stage.BEGIN: BEGIN_DAYS, Stage.GO_ON: GO_ON_DAYS}
    clocks = {state: f"{chinese(stage.label)} " + (chinese(Limit(days[stage], Unit.WORKING_DAYS)) if stage in days
                                                   else "–") for state, stage in CLOCK.items()}
    aid = [Step(act.value, AidAct(act).label, sources, goal, who_may(f"aid.{act}"))
           for act, (sources, goal) in AID_STEPS.items()]
    aid.append(Step("pay", AidAct.PAY.label, frozenset({AidState.GRANTED}), AidState.PAID, who_may("aid.pay")))
    return f"{drawn(State, OPEN, steps, clocks)}\n\n## Aid 救助\n\n{drawn(AidState, [], aid, {})}"


def volunteer_states() -> str:
    from patrol.volunteers.states import STAYS, TRANSITIONS, Act, State

    steps = [Step(act.value, Act(act).label, sources, goal,
                  "anybody" if act == Act.APPLY else who_may(f"volunteer.{act}"))
             for act, (sources, goal) in TRANSITIONS.items()]
    return drawn(State, STAYS, steps, {})
def patrol_states() -> str:
    """Of a shift, then of a swap."""
    from patrol.shifts.states import AHEAD, TRANSITIONS, UNDER_WAY, Act, State
    from patrol.swaps import states as swaps

    whose = {act: f"who walks it, {who_may(f'shift.{act}')}" for act in (Act.CHECK_IN, Act.FINISH)}
    whose |= dict.fromkeys((Act.LATE, Act.SKIP, Act.RAISE, Act.END), "the system")
    steps = [Step(act.value, Act(act).label, sources, goal, whose.get(act) or who_may(f"shift.{act}"))
             for act, (sources, goals) in TRANSITIONS.items()
             for goal in (goals if isinstance(goals, tuple) else (goals,))]
    swapped = [Step(act.value, swaps.Act(act).label, sources, goal, english(side.label).lower())
               for act, (sources, goal, side) in swaps.TRANSITIONS.items()]
    return (f"{drawn(State, AHEAD | UNDER_WAY, steps, {})}\n\n## Swap 换班\n\n"
            f"{drawn(swaps.State, swaps.OPEN, swapped, {})}")


def courtyard_states() -> str:
    from patrol.courtyards.limits import REVIEWS, limit_of
    from patrol.courtyards.models import CourtyardRule
    from patrol.courtyards.states import ALL, CLOCK, TRANSITIONS, Act, Stage, State

    steps = [Step(act.value, Act(act).label, sources, goal, who_may(f"courtyard.{act}"))
             for act, (sources, goals) in TRANSITIONS.items()
             for goal in (goals if isinstance(goals, tuple) else (goals,))]
    said = {Stage.WORKS: "the day set when they begin", Stage.REVIEW: f"{' and '.join(map(str, REVIEWS))} months"}
    clocks = {state: f"{chinese(stage.label)} "
              + (said.get(stage) or chinese(limit_of(stage, rule=CourtyardRule(), today=None)))
              for state, stage in CLOCK.items()}
    return drawn(State, ALL, steps, clocks)


def agreement_states() -> str:
    from patrol.agreements.states import OPEN, TRANSITIONS, Act, State

    steps = [Step(act.value, Act(act).label, sources, goal, who_may(f"agreement.{act}"))
             for act, (sources, goals) in TRANSITIONS.items()
             for goal in (goals if isinstance(goals, tuple) else (goals,))]
    return drawn(State, OPEN, steps, {})


PAGES = {"agreement-states.md": agreement_states,
         "incident-states.md": incident_states, "demand-states.md": demand_states, "mediation-states.md": case_states,
         "hotline-states.md": ticket_states,
         "lease-states.md": lease_states, "care-states.md": care_states,
         "courtyard-states.md": courtyard_states, "volunteer-states.md": volunteer_states,
         "patrol-states.md": patrol_states}


def redrawn(page: str) -> str:
    """The text of a page with its drawing as it should be."""
    before, _, rest = (HANDBOOK / page).read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{PAGES[page]()}\n{END}{after}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shuangliu.settings")
    django.setup()
    for name in PAGES:
        (HANDBOOK / name).write_text(redrawn(name), encoding="utf-8")
