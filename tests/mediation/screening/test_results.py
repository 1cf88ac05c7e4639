"""Writing a result: none or some, put right within the day, taken back, registered once."""

from datetime import timedelta

import pytest

from mediation.screening import results
from mediation.screening.models import Finding, Screening
from mediation.screening.results import Found, ScreeningMoved
from shuangliu.audit.models import Entry
from tests.mediation import story as cases

from . import story

DAY = timedelta(days=1)


def verbs(one) -> list[str]:
    return list(Entry.objects.filter(matter_type="mediation.screening", matter_id=one.pk).order_by("id")
                .values_list("verb", flat=True))


def test_nothing_found_is_a_result(cast, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    stored = Screening.objects.get(pk=one.pk)
    assert (stored.found, stored.done_by, stored.done_at) == (0, cast.zhao, now)
    assert verbs(one) == ["screening.written"]
    assert not story.notices_of(cast.wu, "screening.found").exists()


def test_the_clerk_is_told_of_what_was_found(cast, now):
    story.found(cast, at=now)
    assert story.notices_of(cast.wu, "screening.found").get().url.endswith("?tab=found")


def test_the_log_holds_numbers_and_kinds_and_no_text(cast, now):
    story.found(cast, at=now, text="张家与李家")
    assert Entry.objects.get(verb="screening.written").detail == {"found": 1, "kinds": "02"}


def test_put_right_on_the_same_day_with_history(cast, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now, findings=[Found(story.kind(), "摊位"), Found(story.kind("03"))])
    results.write_result(one, by=cast.zhao, at=now, findings=[Found(story.kind(), "摊位")])
    assert Screening.objects.get(pk=one.pk).found == Finding.objects.count() == 1
    assert verbs(one) == ["screening.written", "screening.corrected"]
    assert Entry.objects.get(verb="screening.corrected").detail["was"] == 2
    with pytest.raises(ScreeningMoved):
        results.write_result(one, by=cast.zhao, at=now + DAY)


def test_the_same_result_sent_twice_is_one(cast, now):
    one, again = story.screening(cast, at=now), story.screening(cast, at=now)
    for copy in (one, again):
        results.write_result(copy, by=cast.zhao, at=now, findings=[Found(story.kind(), "摊位")])
    assert Finding.objects.count() == 1
    assert verbs(one) == ["screening.written"]


def test_two_people_do_not_overwrite_each_other(cast, now):
    one, again = story.screening(cast, at=now), story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    with pytest.raises(ScreeningMoved):
        results.write_result(again, by=cast.wang, at=now, findings=[Found(story.kind())])
    assert Screening.objects.get(pk=one.pk).done_by == cast.zhao


def test_taken_back_it_is_to_be_done_again(cast, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now, findings=[Found(story.kind())])
    results.take_back_result(one, by=cast.zhao, at=now)
    assert Screening.objects.waiting(now.date()).get() == one
    assert not Finding.objects.exists()
    with pytest.raises(ScreeningMoved):
        results.take_back_result(one, by=cast.zhao, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    assert verbs(one) == ["screening.written", "screening.taken_back", "screening.written"]


def test_a_period_that_has_not_begun_takes_no_result(cast, now):
    one = story.screening(cast, at=now)
    with pytest.raises(ScreeningMoved):
        results.write_result(one, by=cast.zhao, at=now - DAY)


def test_a_registered_dispute_stays_and_is_counted_once(cast, now):
    finding = story.found(cast, at=now)
    case = cases.registered(cast, at=now, source="screening")
    results.link_case(finding, case, by=cast.wu, at=now)
    results.link_case(finding, case, by=cast.wu, at=now)
    assert Entry.objects.filter(verb="screening.registered").count() == 1
    with pytest.raises(ScreeningMoved):
        results.link_case(Finding.objects.get(), cases.registered(cast, at=now), by=cast.wu, at=now)
    one = Screening.objects.select_related("point__plan").get()
    with pytest.raises(ScreeningMoved):
        results.take_back_result(one, by=cast.zhao, at=now)
    results.write_result(one, by=cast.zhao, at=now, findings=[Found(story.kind("03"))])
    assert one.found == 2
    assert Finding.objects.filter(case=case).exists()
