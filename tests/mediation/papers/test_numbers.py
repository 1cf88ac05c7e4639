"""Numbers of dossiers have no gap and never change."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from mediation.models import Case, FileNumber
from mediation.papers.numbers import number_case, short
from tests.mediation import story as told
from tests.mediation.test_case_races import at_once

NEXT_YEAR = datetime(2027, 1, 1, 0, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_each_organisation_counts_from_one_each_year(story):
    cast, net = story.cast, story.net
    first, second = (told.assigned(cast) for _ in range(2))
    other = told.assigned(cast, mediator=net.feng)
    assert number_case(first, at=story.now) == "〔2026〕棠湖社区人调字第1号"
    assert number_case(second, at=story.now) == "〔2026〕棠湖社区人调字第2号"
    assert number_case(first, at=NEXT_YEAR) == "〔2026〕棠湖社区人调字第1号"  # it has one already
    assert number_case(other, at=NEXT_YEAR) == "〔2027〕棠湖社区人调字第1号"


def test_without_an_organisation_the_number_waits(story):
    case = told.registered(story.cast)
    assert number_case(case, at=story.now) == ""
    assert not FileNumber.objects.exists()


def test_what_was_printed_stays_when_the_organisation_is_renamed(story):
    case = told.assigned(story.cast)
    number_case(case, at=story.now)
    case.org.name = "棠湖路社区人民调解委员会"
    case.org.save()
    assert FileNumber.text_of(case) == "〔2026〕棠湖社区人调字第1号"


def test_a_number_whose_act_fails_was_never_given(story):
    case, next_one = (told.assigned(story.cast) for _ in range(2))
    with transaction.atomic():
        number_case(case, at=story.now)
        transaction.set_rollback(True)
    assert number_case(next_one, at=story.now).endswith("第1号")


@pytest.mark.parametrize(("name", "word"), [
    ("棠湖社区人民调解委员会", "棠湖社区"), ("双流区道路交通事故纠纷人民调解委员会", "双流区道路交通事故纠纷"),
    ("东升法庭", "东升法庭"), ("人民调解委员会", "人民")])
def test_the_word_of_an_organisation(name, word):
    assert short(name) == word


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_desks_at_once_leave_no_gap(transactional_db, now):
    from tests.cast import assemble

    cast = assemble()
    told.network(cast)
    cases = [told.assigned(cast) for _ in range(8)]
    works = [lambda case=case: number_case(Case.objects.get(pk=case.pk), at=now) for case in cases]
    given = at_once(*works, lambda: number_case(Case.objects.get(pk=cases[0].pk), at=now))
    assert given[-1] == given[0]  # the same case asked twice
    assert sorted(FileNumber.objects.values_list("number", flat=True)) == list(range(1, 9))
    assert len(set(given)) == 8
