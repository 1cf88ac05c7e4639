"""Money adds up: the sums of the pages against a count by hand, in fen."""

from collections import defaultdict
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from patrol.courtyards.models import Allocation, Courtyard, Programme, WorksItem, WorksPlan
from patrol.courtyards.money import Sums, sums, total
from patrol.courtyards.yuan import ten_thousands, yuan

from .story import BUDGET


@pytest.fixture
def some(yards, cast):
    """Courtyards of two towns in all states, some with a relapse and a second round."""
    elsewhere = {"area": cast.areas["510116002001001"], "by": cast.qian}
    made = [yards.courtyard(state) for state in ("surveyed", "planning", "approved", "works", "accepted", "reviewed")]
    made.append(yards.courtyard("endorsed", **elsewhere))
    again = yards.courtyard("relapsed")
    yards.restart(again)
    yards.plan(again, from_programme=11_111_111, from_others=99)
    return [*made, again]


def by_hand(courtyard: Courtyard) -> Sums:
    found = Sums()
    for plan in courtyard.plans.all():
        found.granted += sum(one.amount for one in plan.allocations.all())
        if plan.approved_at:
            found.budget += plan.from_programme + plan.from_town + plan.from_residents + plan.from_others
            for item in plan.items.all():
                found.planned += item.planned
                found.spent += item.spent
                found.charged += item.spent if item.source == "programme" else 0
    return found


def test_sums_agree_with_a_count_by_hand(some, cast):
    expected = {one.pk: by_hand(one) for one in Courtyard.objects.all()}
    assert sums(Courtyard.objects.all(), "pk") == {
        key: value for key, value in expected.items() if value != Sums()}
    towns = defaultdict(Sums)
    for courtyard in Courtyard.objects.all():
        towns[courtyard.town_key] += expected[courtyard.pk]
    assert sums(Courtyard.objects.all(), "town_key") == {key: value for key, value in towns.items() if value != Sums()}
    assert total(towns.values()).spent == sum(WorksItem.objects.values_list("spent", flat=True))


def test_sums_are_one_statement(some):
    with CaptureQueriesContext(connection) as queries:
        sums(Courtyard.objects.filter(state="works"), "town_key")
    assert len(queries) == 1


def test_the_page_counts_the_budget_and_what_is_free(some, browser, cast, yards):
    page = browser(cast.chen).get(reverse("patrol:courtyard-money"))
    used = page.context["used"]
    assert used.granted == sum(Allocation.objects.values_list("amount", flat=True))
    assert sum(part.amount for part in page.context["parts"]) == BUDGET
    assert round(sum(part.share for part in page.context["parts"]), 6) == 100
    assert [line.name for line in page.context["lines"]] == ["东升街道", "西航港街道"]
    assert total(line.sums for line in page.context["lines"]) == page.context["total"]
    # A sub-centre sees its own town, and of the programme how much is free.
    own = browser(cast.lu).get(reverse("patrol:courtyard-money"))
    assert [line.name for line in own.context["lines"]] == ["西航港街道"]
    assert own.context["used"] == used


def test_programmes_are_told_apart(some, browser, cast):
    other = Programme.objects.create(name="老旧小区改造", budget=1, starts_on=date(2024, 1, 1),
                                     ends_on=date(2025, 1, 1))
    chen, page = browser(cast.chen), reverse("patrol:courtyard-money")
    assert chen.get(f"{page}?programme={other.pk}").context["total"] == Sums()
    assert chen.get(f"{page}?programme=all").context["total"].budget == total(
        by_hand(one) for one in Courtyard.objects.all()).budget
    assert chen.get(f"{page}?programme=x").status_code == 400


def test_the_file_has_every_fen(some, browser, cast):
    WorksItem.objects.filter(spent__gt=0).update(spent=1234567)
    answer = browser(cast.chen).get(reverse("patrol:courtyard-money-export") + "?format=csv&programme=all")
    text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode("utf-8-sig")
    spent = WorksItem.objects.filter(spent__gt=0).count() * 12345.67
    assert f"{spent:.2f}".rstrip("0") in text


@pytest.mark.parametrize(("fen", "said", "short"), [
    (0, "0 元", "0.0 万元"), (1, "0.01 元", "0.0 万元"), (12_345_67, "12,345.67 元", "1.2 万元"),
    (BUDGET, "120,000,000 元", "12,000.0 万元"), (-50_000, "-500 元", "-0.1 万元"), (500_00, "500 元", "0.1 万元")])
def test_money_is_said_in_yuan(fen, said, short):
    assert (yuan(fen), ten_thousands(fen)) == (said, short)


def test_the_database_keeps_the_promises(yards):
    plan, item = yards.courtyard("works").plan, WorksItem.objects.first()
    for model, pk, changes in (
            (WorksPlan, plan.pk, {"from_town": -1}), (WorksPlan, plan.pk, {"votes_for": 91}),
            (WorksPlan, plan.pk, {"programme": None}), (WorksPlan, plan.pk, {"endorsed_at": None}),
            (WorksItem, item.pk, {"planned": 0}), (WorksItem, item.pk, {"source": "x"}),
            (Programme, yards.programme.pk, {"budget": 0})):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.filter(pk=pk).update(**changes)
