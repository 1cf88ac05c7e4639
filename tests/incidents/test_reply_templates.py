"""常用语: offered to whom they are for, filled in, put into the form."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from incidents.models import ReplyTemplate

from .story import PIPE, RUBBISH


@pytest.fixture
def text(story):
    def make(code, act="resolve", **more):
        given = {"text": "{place}的{category}已清运", **more}
        return ReplyTemplate.objects.create(code=code, act=act, name=code, **given)

    return make


def offered(browser, user, incident, act) -> list[str]:
    answer = browser(user).get(reverse(f"incidents:incident-{act}", args=[incident.pk]))
    assert answer.status_code == 200
    return [one.name for one in answer.context["texts"]]


def test_only_those_for_the_act_category_area_and_department(text, story, browser):
    cast, kinds = story.cast, story.kinds
    text("general")
    text("town", area=cast.town)
    text("parent", category=kinds[RUBBISH].parent)
    text("office", department=cast.departments["dongsheng-urban-management"], order=1)
    text("elsewhere", area=cast.areas["510116002"])
    text("pipes", category=kinds[PIPE])
    text("police", department=cast.departments["police"])
    text("retired", is_active=False)
    text("other-act", act="return")
    incident = story.tell("in_progress")
    assert offered(browser, cast.guo, incident, "resolve") == ["general", "parent", "town", "office"]


def test_it_is_filled_in_and_begins_the_form(text, story, browser):
    one = text("done")
    incident = story.tell("in_progress")
    guo, url = browser(story.cast.guo), reverse("incidents:incident-resolve", args=[incident.pk])
    assert f"{url}?template={one.pk}" in guo.get(url).content.decode()
    assert guo.get(url, {"template": one.pk}).context["form"]["reply"].value() == "棠湖西路12号的暴露垃圾已清运"


def test_without_a_place_it_says_the_grid(text, story):
    assert text("done").fill(story.report(place="")) == "棠湖社区第1网格的暴露垃圾已清运"


@pytest.mark.parametrize("number", ["0", "x", "99999999999999999999", ""])
def test_a_text_that_is_not_theirs_is_none(number, text, story, browser):
    incident = story.tell("in_progress")
    url = reverse("incidents:incident-resolve", args=[incident.pk])
    other = text("police", department=story.cast.departments["police"])
    guo = browser(story.cast.guo)
    for pk in (number, other.pk):
        assert not guo.get(url, {"template": pk}).context["form"]["reply"].value()


def test_the_main_form_of_the_page_has_them_too(text, story, browser):
    text("done")
    incident = story.tell("in_progress")
    page = browser(story.cast.guo).get(incident.get_absolute_url())
    assert [one.text for one in page.context["texts"]] == ["棠湖西路12号的暴露垃圾已清运"]
    assert 'data-behaviour="texts"' in page.content.decode()


@pytest.mark.parametrize(("how", "field"), [
    ({"act": "fly"}, "act"), ({"text": "{name}你好"}, "text"), ({"text": ""}, "text"), ({"code": "清 运"}, "code")])
def test_texts_that_cannot_be(how, field, db):
    given = {"code": "T1", "act": "resolve", "name": "已清运", "text": "已清运", **how}
    with pytest.raises(ValidationError) as refusal:
        ReplyTemplate(**given).full_clean()
    assert field in refusal.value.message_dict
