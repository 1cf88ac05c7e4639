"""Both success rates, from deltas and from rows: always the same."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from mediation import actions
from mediation.deeds import DEEDS, is_due
from mediation.models import Case, Mediator
from mediation.panels.actions import advise_case, consult_panel
from mediation.states import allowed
from shuangliu.indicators.counting import local_day
from shuangliu.indicators.models import Delta
from shuangliu.indicators.reading import percent, totals
from shuangliu.indicators.recompute import rebuild
from shuangliu.indicators.registry import registry
from tests.cast import assemble
from tests.mediation import story as tale
from tests.mediation.story import STAGES, agreed, failed, mediating, refused

MEASURES = ["case.accepted", "case.settled", "case.concluded", "case.concluded_settled"]


def figures(cast, start, end) -> dict:
    return dict(totals(MEASURES, cast.county, start, end))


def test_the_rates_differ_while_cases_are_pending(story):
    day = local_day(story.now)
    agreed(story.cast), agreed(story.cast), failed(story.cast), mediating(story.cast), refused(story.cast)
    assert figures(story.cast, day, day) == {
        "case.accepted": 4, "case.settled": 2, "case.concluded": 3, "case.concluded_settled": 2}
    rates = {name: (registry.indicators[name].numerator, registry.indicators[name].denominator)
             for name in ("mediation_success", "mediation_success_concluded")}
    found = figures(story.cast, day, day)
    assert {name: percent(found[top], found[bottom]) for name, (top, bottom) in rates.items()} == {
        "mediation_success": "50.00", "mediation_success_concluded": "66.67"}


def test_a_settled_case_counts_on_the_day_of_acceptance_and_on_that_of_conclusion(story):
    accepted_at = story.now - timedelta(days=12)
    case = mediating(story.cast, at=accepted_at)
    actions.agree_case(case, by=story.cast.feng, at=story.now, agreement_form="oral", agreement="和好。")
    then, today = local_day(accepted_at), local_day(story.now)
    assert figures(story.cast, then, then) == {"case.accepted": 1, "case.settled": 1}
    assert figures(story.cast, today, today) == {"case.concluded": 1, "case.concluded_settled": 1}


def test_the_report_says_96_01(story):
    assert percent(12861, 13395) == "96.01"


def test_rows_loaded_without_deltas_are_counted_by_the_rebuild(story):
    """A county's older cases come in bulk; the job counts them, nobody types figures in."""
    agreed(story.cast)
    Delta.objects.all().delete()
    assert rebuild(MEASURES) == 4
    day = local_day(story.now)
    assert figures(story.cast, day, day)["case.settled"] == 1


@pytest.mark.parametrize("name", MEASURES)
def test_a_figure_opens_the_cases_it_counts(name, story, browser):
    for state in STAGES:
        STAGES[state](story.cast)
    day = local_day(story.now)
    url = registry.measure(name).drill.url(story.cast.county, day, day)
    response = browser(story.cast.chen).get(url)
    assert response.status_code == 200
    assert len(response.context["page"].rows) == figures(story.cast, day, day)[name]


class Cases(RuleBasedStateMachine):
    """Cases wander through their states on different days; the figures keep up."""

    def __init__(self):
        super().__init__()
        self.course = transaction.atomic()  # each course of events is taken back at its end
        self.course.__enter__()
        self.moving = []
        self.at = tale.AT
        self.cast = assemble()
        self.net = tale.network(self.cast)
        Mediator.objects.create(name="外街道另一人", org=self.net.there)

    def teardown(self):
        transaction.set_rollback(True)
        self.course.__exit__(None, None, None)

    @rule(days=st.integers(0, 40))
    def time_passes(self, days):
        self.at += timedelta(days=days)

    @rule(where=st.sampled_from(["510116001001", "510116002001", "510116001001001"]))
    def register(self, where):
        self.moving.append(tale.registered(self.cast, at=self.at, area=self.cast.areas[where]))

    @precondition(lambda self: self.moving)
    @rule(choice=st.randoms(use_true_random=False))
    def act(self, choice):
        case = Case.objects.for_detail().get(pk=choice.choice(self.moving).pk)
        how = {
            "accept": lambda: actions.accept_case(case, by=self.cast.wu, at=self.at),
            "refuse": lambda: actions.refuse_case(case, by=self.cast.wu, at=self.at, reason="不属于调解范围。"),
            "assign": lambda: actions.assign_case(case, by=self.cast.zheng, at=self.at, mediator=self.net.feng
                                                  if case.town.code == "510116001" else self.net.elsewhere),
            "reassign": lambda: actions.reassign_case(case, by=self.cast.zheng, at=self.at, reason="absent",
                                                      mediator=self.another(case)),
            "session": lambda: actions.hold_session(case, by=self.cast.feng, at=self.at, held_at=self.at, place="室",
                                                    participants="双方", record="谈。"),
            "agree": lambda: actions.agree_case(case, by=self.cast.feng, at=self.at, agreement_form="oral",
                                                agreement="好。"),
            "fail": lambda: actions.fail_case(case, by=self.cast.feng, at=self.at, failed_reason="refused",
                                              advice="诉。"),
            "retry": lambda: actions.retry_case(case, by=self.cast.feng, at=self.at, failed_reason="no_agreement"),
            "move-up": lambda: actions.move_up_case(case, by=self.cast.feng, at=self.at, failed_reason="no_agreement"),
            "reopen": lambda: actions.reopen_case(case, by=self.cast.wu, at=self.at, reason="未履行。"),
            "consult": lambda: consult_panel(case, by=self.cast.zheng, at=self.at, question="?",
                                             experts=[("王", "法律")]),
            "advise": lambda: advise_case(case, by=self.cast.zheng, at=self.at, opinion="宜和。", plan="先谈。"),
        }
        acts = [act for act in how if allowed(act, case.state) and is_due(DEEDS[act], case)]
        if acts:
            how[choice.choice(acts)]()

    @invariant()
    def one_round_runs_while_a_case_is_tried(self):
        for case in Case.objects.prefetch_related("rounds"):
            running = [one for one in case.rounds.all() if one.is_running]
            assert len(running) == (case.is_open and case.accepted_at is not None), case.state

    def another(self, case):
        return Mediator.objects.assignable_to(case).exclude(pk=case.mediator_id).first()

    @invariant()
    def the_figures_are_what_the_rows_say(self):
        start, end = local_day(tale.AT), local_day(self.at)
        counted = {name: sum(n for _key, _day, n in registry.measure(name).recompute(start, end)) for name in MEASURES}
        assert figures(self.cast, start, end) == {name: n for name, n in counted.items() if n}


def test_any_course_of_events(db):
    run_state_machine_as_test(Cases, settings=settings(max_examples=15, stateful_step_count=20, deadline=None))
