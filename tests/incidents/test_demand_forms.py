"""What the pages offer when something is asked already, and what the one who is asked sees first."""

import pytest
from django.urls import reverse

from .demands import COUNTY_OFFICE, ask


@pytest.mark.parametrize(("kind", "act", "field", "person"), [
    ("supervision", "supervise", "sort", "sun"), ("whistle", "whistle", "departments", "sun"),
    ("task", "give-task", "department", "tang"),
])
def test_what_is_asked_already_is_not_offered_again(kind, act, field, person, story, browser):
    incident = ask(story, kind).incident
    form = browser(getattr(story.cast, person)).get(
        reverse(f"incidents:incident-{act}", args=[incident.pk])).context["form"]
    asked = {"supervision": "leader"}.get(kind, COUNTY_OFFICE)
    assert asked not in dict(form.fields[field].choices)


def test_a_request_to_decide_comes_before_all_else(story, browser):
    incident = ask(story, "extension").incident
    page = browser(story.cast.tang).get(incident.get_absolute_url())
    assert page.context["main"] is None  # no form beside it: one thing in sight
    assert page.text.partition("id=\"content\"")[2].count("button--primary") == 1


def test_who_asked_goes_on_with_the_work(story, browser):
    page = browser(story.cast.guo).get(ask(story, "extension").incident.get_absolute_url())
    assert page.context["main"].act == "resolve"


def test_offices_of_the_town_stand_without_its_name(story, browser):
    incident = story.tell("town")
    form = browser(story.cast.sun).get(reverse("incidents:incident-whistle", args=[incident.pk])).context["form"]
    said = dict(form.fields["departments"].choices)
    assert said["dongsheng-urban-management"] == "综合执法队"
    assert said[COUNTY_OFFICE] == story.cast.departments[COUNTY_OFFICE].name
