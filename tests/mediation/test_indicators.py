"""Both success rates, from deltas and from rows: always the same."""

from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from grids.roles import Role
from mediation import actions
from mediation.after import actions as after
from mediation.after.actions import Owed
from mediation.deeds import DEEDS, is_due
from mediation.joint import actions as joint
from mediation.models import Case, Mediator
from mediation.models.limits import BESIDE
from mediation.panels.actions import advise_case, consult_panel
from mediation.states import allowed
from mediation.transfers import actions as transfers
from shuangliu import deadlines
from shuangliu.indicators.counting import local_day
from shuangliu.indicators.models import Delta, Difference
from shuangliu.indicators.reading import by_item, percent, totals
from shuangliu.indicators.recompute import compare, rebuild
from shuangliu.indicators.registry import registry
from tests.cast import assemble
from tests.mediation import story as tale
from tests.mediation.story import STAGES, agreed, failed, mediating, refused

OURS = [name for name in registry.measures if name.startswith(("case.", "session."))]
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
    assert rebuild(MEASURES) > 4
    assert compare(MEASURES, at=story.now) == 0
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
        self.above = tale.county_committee(self.cast, self.net)
        other = self.cast.areas["510116002"]
        self.people = [*self.cast.people.values(), tale.someone("other-clerk", Role.MED_CLERK, other),
                       tale.someone("other-manager", Role.CENTER_MANAGER, other),
                       tale.someone("county-clerk", Role.MED_CLERK, self.cast.county)]

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
        targets = [{"to_org": org} for org in (self.net.here, self.net.there, self.above) if org.pk != case.org_id]
        targets.append({"body": "court", "body_name": "区人民法院", "channel": "judicial"})
        how = {
            "transfer": lambda: transfers.transfer_case(case, by=self.cast.wu, at=self.at, kind="refer", reason="专属",
                                                        **choice.choice(targets)),
            "take": lambda: transfers.take_case(case, by=self.cast.wu, at=self.at),
            "hand-back": lambda: transfers.hand_back_case(case, by=self.cast.wu, at=self.at, reason="不归我们。"),
            "recall": lambda: transfers.recall_case(case, by=self.cast.wu, at=self.at, reason="自行调解。"),
            "move-out": lambda: transfers.move_out_case(case, by=self.cast.wu, at=self.at),
            "invite": lambda: joint.invite(case, by=self.cast.wu, at=self.at, reason="释法。",
                                           body_name=f"区司法局{case.joint_members.count()}"),
            "partner": lambda: joint.note_partner(case, by=self.cast.wu, at=self.at, answer="accepted",
                                                  member=case.joint_members.first()),
            "accept": lambda: actions.accept_case(case, by=self.cast.wu, at=self.at),
            "refuse": lambda: actions.refuse_case(case, by=self.cast.wu, at=self.at, reason="不属于调解范围。"),
            "assign": lambda: actions.assign_case(case, by=self.cast.zheng, at=self.at, mediator=self.another(case)),
            "reassign": lambda: actions.reassign_case(case, by=self.cast.zheng, at=self.at, reason="absent",
                                                      mediator=self.another(case)),
            "session": lambda: actions.hold_session(case, by=self.cast.feng, at=self.at, held_at=self.at, place="室",
                                                    participants="双方", record="谈。"),
            "agree": lambda: actions.agree_case(case, by=self.cast.feng, at=self.at, agreement_form="oral",
                                                agreement="好。", owed=[Owed(case.parties.first(), "拆除围墙")]),
            "perform": lambda: after.perform_item(case, by=self.cast.feng, at=self.at, item=self.item(case),
                                                  on=local_day(self.at)),
            "breach": lambda: after.breach_item(case, by=self.cast.feng, at=self.at, item=self.item(case),
                                                on=local_day(self.at), note="未拆。"),
            "suit": lambda: after.record_suit(case, by=self.cast.wu, at=self.at, uuid=uuid4(), kind="settlement",
                                              on=local_day(self.at), court="区人民法院"),
            "fail": lambda: actions.fail_case(case, by=self.cast.feng, at=self.at, failed_reason="refused",
                                              advice="诉。"),
            "retry": lambda: actions.retry_case(case, by=self.cast.feng, at=self.at, failed_reason="no_agreement"),
            "move-up": lambda: actions.move_up_case(case, by=self.cast.feng, at=self.at, failed_reason="no_agreement"),
            "reopen": lambda: actions.reopen_case(case, by=self.cast.wu, at=self.at, reason="未履行。"),
            "join": lambda: actions.join_case(case, by=self.cast.wu, at=self.at, into=choice.choice(mains)),
            "part": lambda: actions.part_case(case, by=self.cast.wu, at=self.at, reason="两件事。"),
            "consult": lambda: consult_panel(case, by=self.cast.zheng, at=self.at, question="?",
                                             experts=[("王", "法律")]),
            "advise": lambda: advise_case(case, by=self.cast.zheng, at=self.at, opinion="宜和。", plan="先谈。"),
        }
        mains = [one for one in Case.objects.open() if one.pk != case.pk]
        acts = [act for act in how if allowed(act, case.state) and is_due(DEEDS[act], case)
                and (act != "join" or mains)]
        if acts:
            how[choice.choice(acts)]()

    @invariant()
    def no_open_case_waits_for_nobody(self):
        waiting = {pk for user in self.people for pk in Case.objects.waiting_for(user).values_list("pk", flat=True)}
        assert set(Case.objects.open().values_list("pk", flat=True)) <= waiting

    @invariant()
    def one_offer_is_open_exactly_while_a_case_is_offered(self):
        for case in Case.objects.prefetch_related("transfers"):
            is_open = [one for one in case.transfers.all() if one.is_open]
            assert len(is_open) == (case.state == "transferred"), case.state

    @invariant()
    def one_clock_goes_and_it_is_that_of_the_row(self):
        for case in Case.objects.open():
            clocks = deadlines.running(case).exclude(kind__in=BESIDE)
            assert clocks.filter(paused_at=None).get().due_at == case.due_at, case.state

    @invariant()
    def one_round_runs_while_a_case_is_tried(self):
        for case in Case.objects.prefetch_related("rounds"):
            running = [one for one in case.rounds.all() if one.is_running]
            assert len(running) == (case.is_open and case.accepted_at is not None), case.state

    def item(self, case):
        return case.round.performances.open().first()

    def another(self, case):
        return Mediator.objects.assignable_to(case).exclude(pk=case.mediator_id).first()

    @invariant()
    def the_figures_are_what_the_rows_say(self):
        assert compare(OURS, at=self.at) == 0, list(Difference.objects.all())
        start, end = local_day(tale.AT), local_day(self.at)
        whole = figures(self.cast, start, end)
        for dimension in ("category", "source", "channel"):  # of which every case has one
            parts = by_item(MEASURES, dimension, self.cast.county, start, end).values()
            assert sum(parts, Counter()) == Counter(whole)


def test_any_course_of_events(db):
    run_state_machine_as_test(Cases, settings=settings(max_examples=15, stateful_step_count=20, deadline=None))
