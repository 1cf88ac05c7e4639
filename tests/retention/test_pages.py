"""The auditor reads, the security administrator holds and restricts; what is restricted is nowhere else."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse

from hotline.models import Ticket
from mediation.models import Case
from shuangliu.audit.models import Entry
from shuangliu.privacy import guards
from shuangliu.retention import restrictions, rules
from shuangliu.retention.models import Forgetting, Hold, Restriction, RetentionRule
from tests.conftest import NOW
from tests.mediation.story import network, registered

from .samples import ON_PAPER, security_admin

LATER = NOW + timedelta(days=181)


@pytest.fixture
def guard(cast, browser):
    return browser(security_admin(cast))


def test_the_dry_run_says_what_and_changes_nothing(calls, browser, guard):
    ticket = calls.tell("closed")
    with time_machine.travel(LATER, tick=False):
        page = browser(calls.cast.he).get(reverse("retention:rules"))
    rows = {one.rule.what: one for one in page.context["outlooks"]}
    assert (rows["ticket.contact"].due, rows["ticket.contact"].oldest) == (1, ticket.closed_at)
    assert Ticket.objects.get().caller is not None
    assert not Forgetting.objects.exists()


def test_the_command(calls):
    calls.tell("closed")

    def run(*args) -> str:
        out = io.StringIO()
        with time_machine.travel(LATER, tick=False):
            call_command("forget", *args, stdout=out)
        return out.getvalue()

    assert "ticket.contact: 1 due, since 2026-03-1" in run("--dry-run")
    assert Ticket.objects.get().caller is not None
    assert "ticket.contact: 1 forgotten" in run("--only", "ticket.contact")
    assert Ticket.objects.get().caller is None
    with pytest.raises(CommandError, match="There are: "):
        run("--only", "nonsense")


def test_holding_and_lifting(calls, guard):
    ticket = calls.tell("closed")
    url, given = reverse("retention:hold-make"), {"kind": "hotline.ticket", "number": ticket.number, **ON_PAPER}
    assert guard.post(url, given | {"number": "RX99999999"}).status_code == 422
    assert guard.post(url, given | {"until": "2026-03-10"}).status_code == 422
    assert not Hold.objects.exists()
    assert guard.post(url, given).status_code == 302
    mark = Hold.objects.get()
    assert (mark.matter_type, mark.matter_id, mark.by) == ("hotline.ticket", ticket.pk, calls.cast.nobody)
    lift = reverse("retention:hold-lift", args=[mark.pk])
    assert guard.post(lift, {"why": ""}).status_code == 422
    assert guard.post(lift, {"why": "已结案"}).status_code == 302
    assert guard.post(lift, {"why": "再点一次"}).status_code == 302
    assert Hold.objects.get().lifted_why == "已结案"
    assert list(Entry.objects.filter(verb__startswith="hold.").order_by("id").values_list("verb", flat=True)) == [
        "hold.made", "hold.lifted"]


def test_an_auditor_reads_only(calls, browser):
    client, url = browser(calls.cast.he), reverse("retention:hold-make")
    assert url not in client.get(reverse("retention:hold-list")).text
    given = {"kind": "hotline.ticket", "number": calls.receive().number, **ON_PAPER}
    assert client.post(url, given).status_code == 403
    assert not Hold.objects.exists()


def test_a_restricted_ticket_is_stored_and_nothing_else(calls, guard, browser):
    ticket, other = calls.receive(), calls.receive()
    url = reverse("retention:restriction-make")
    given = {"kind": "hotline.ticket", "number": ticket.number, **ON_PAPER}
    assert guard.post(url, given).status_code == 302
    assert guard.post(url, given).status_code == 302  # a second click changes nothing
    mark = Restriction.objects.get()
    agent = browser(calls.cast.ma)
    assert agent.get(ticket.get_absolute_url()).status_code == 404
    assert agent.post(f"{ticket.get_absolute_url()}reveal/", {"purpose": "reach"}).status_code == 404
    assert list(Ticket.objects.visible_to(calls.cast.ma)) == [other]
    assert list(Ticket.objects.of_county(calls.cast.ma)) == [other]
    guard.post(reverse("retention:restriction-lift", args=[mark.pk]), {"why": "本人申请恢复"})
    assert agent.get(ticket.get_absolute_url()).status_code == 200


def test_a_restricted_caller_is_not_revealed(calls, browser, now):
    ticket = calls.receive()
    restrictions.restrict(ticket.caller, by=calls.cast.he, at=NOW, **ON_PAPER)
    answer = browser(calls.cast.ma).post(f"{ticket.get_absolute_url()}reveal/", {"purpose": "reach"})
    assert answer.status_code == 403
    assert not Entry.objects.filter(verb="ticket.revealed").exists()
    with pytest.raises(guards.Refused):
        guards.refuse(None, ticket.caller)


def test_a_restricted_case_is_in_no_list(cast, browser, now):
    network(cast)
    case = registered(cast)
    restrictions.restrict(case, by=cast.he, at=NOW, **ON_PAPER)
    for rows in (Case.objects.visible_to(cast.wu), Case.objects.listed_for(cast.wu), Case.objects.waiting_for(cast.wu)):
        assert not rows.exists()
    assert browser(cast.wu).get(case.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("what", "change", "field"), [
    ("ledger.item", {"days": 30}, "days"),
    ("ticket.contact", {"does": "delete"}, "does"),
])
def test_a_rule_cannot_be_what_the_law_or_the_code_does_not_allow(cast, browser, what, change, field):
    boss = type(cast.wang).objects.create_superuser("boss", "a long password 9", name="系统管理员")
    rules.ensure()
    rule = RetentionRule.objects.get(what=what)
    url = reverse("admin:retention_retentionrule_change", args=[rule.pk])
    given = {"days": rule.days, "does": rule.does, "source": rule.source, "is_active": "on"}
    refused = browser(boss).post(url, given | change)
    assert field in refused.context["adminform"].form.errors
    assert browser(boss).post(url, given | {"days": rule.days + 1}).status_code == 302
    rule.refresh_from_db()
    assert rule.version == 2
    assert Entry.objects.filter(verb="retention-rule.set", matter_id=rule.pk).exists()
