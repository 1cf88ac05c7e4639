"""What a category asks: in the form, checked, kept as it was asked, shown."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from incidents.models import Answer, Incident, Question
from tests.conftest import NOW

from .story import PIPE, RUBBISH, sent_report

URL = reverse("incidents:incident-new")


@pytest.fixture
def ask(story):
    def make(code, kind="text", category=RUBBISH, **more):
        where = story.kinds.get(category) or story.kinds[RUBBISH].parent
        return Question.objects.create(category=where, code=code, kind=kind, **{"label": f"问{code}", **more})

    return make


def answers() -> dict[str, str]:
    return dict(Answer.objects.values_list("question__code", "value"))


def test_answers_are_kept_and_shown(ask, phone, story):
    ask("area", "number", is_required=True)
    ask("kind", "choice", choices="生活垃圾\n建筑垃圾")
    ask("blocks", "yes_no", category="E01")
    ask("since", "date")
    ask("words")
    sent = sent_report(asked=RUBBISH, **{
        "answer-E01-01-area": "2.5", "answer-E01-01-kind": "建筑垃圾", "answer-E01-blocks": "no",
        "answer-E01-01-since": "2026-03-10", "answer-E01-01-words": ""})
    answer = phone.post(URL, sent)
    assert answer.status_code == 302
    assert answers() == {"area": "2.5", "kind": "建筑垃圾", "blocks": "no", "since": "2026-03-10"}
    page = phone.get(answer.url).content.decode()
    assert "<dt>问blocks</dt><dd>否</dd>" in page
    assert phone.post(URL, sent).url == answer.url, "sent twice it is one incident"
    assert Answer.objects.count() == 4


@pytest.mark.parametrize(("kind", "value"), [
    ("number", "viel"), ("number", ""), ("choice", "海洋垃圾"), ("yes_no", "maybe"), ("date", "昨天"),
    ("text", "长" * 201)])
def test_a_wrong_answer_is_said_at_its_question(kind, value, ask, phone):
    ask("q", kind, is_required=True, choices="一\n二" if kind == "choice" else "")
    answer = phone.post(URL, sent_report(asked=RUBBISH, **{"answer-E01-01-q": value}))
    assert answer.status_code == 422
    assert "answer-E01-01-q" in answer.context["form"].errors
    assert "路边有一堆垃圾" in answer.content.decode()
    assert not Incident.objects.exists()


def test_without_script_the_form_comes_back_asking(ask, phone):
    ask("q")
    ask("other", category=PIPE, is_required=True)
    first = phone.post(URL, sent_report(asked=""))
    assert first.status_code == 422
    text = first.content.decode()
    assert '<fieldset class="fieldset" data-questions="E01-01">' in text
    assert '<fieldset class="fieldset" data-questions="E04-02" hidden disabled>' in text
    assert f'name="asked" value="{RUBBISH}"' in text
    assert phone.post(URL, sent_report(asked=RUBBISH)).status_code == 302, "what is optional need not be answered"


def test_a_category_without_questions_is_sent_at_once(ask, phone):
    ask("other", category=PIPE, is_required=True)
    assert phone.post(URL, sent_report(asked="")).status_code == 302


def test_questions_have_their_time(ask, phone):
    ask("past", is_required=True, valid_to=date(2026, 3, 10))
    ask("future", is_required=True, valid_from=date(2026, 3, 12))
    assert NOW.date() == date(2026, 3, 11)
    assert phone.post(URL, sent_report(asked="")).status_code == 302


def test_the_question_is_kept_as_it_was_asked(ask, phone):
    question = ask("q", label="几车垃圾？")
    url = phone.post(URL, sent_report(asked=RUBBISH, **{"answer-E01-01-q": "两车"})).url
    question.label = "共几吨？"
    question.save()
    assert "几车垃圾？" in phone.get(url).content.decode()


def test_the_api_takes_and_gives_them_by_code(ask, story, browser):
    ask("area", "number", is_required=True)
    wang = browser(story.cast.wang)
    url = reverse("api:incident-list")
    refused = wang.post(url, sent_report(), content_type="application/json")
    assert refused.status_code == 400
    assert "answer-E01-01-area" in refused.json()
    made = wang.post(url, {**sent_report(), "answers": {"area": "3"}}, content_type="application/json")
    assert made.status_code == 201
    assert made.json()["answers"] == [{"code": "area", "label": "问area", "value": "3"}]


@pytest.mark.parametrize("label", [
    "当事人身份证号", "宗教信仰", "是否少数民族", "民族", "政治面貌", "疾病诊断", "是否吸毒", "有无前科", "车牌号码",
    "银行卡号", "Religion", "ID number", "Ethnic group", "diagnosis"])
def test_what_no_form_of_ours_asks(label, story):
    for field in ("label", "help"):
        with pytest.raises(ValidationError) as refusal:
            Question(category=story.kinds[RUBBISH], code="q", **{"label": "问", field: label}).full_clean()
        assert field in refusal.value.message_dict


@pytest.mark.parametrize("label", [
    "民族路哪一段？", "垃圾大约多少立方米？", "是否影响通行？", "A faithful description"])
def test_what_may_be_asked(label, story):
    Question(category=story.kinds[RUBBISH], code="q", label=label).full_clean()


@pytest.mark.parametrize(("kind", "choices"), [
    ("choice", ""), ("choice", "一"), ("text", "一\n二"), ("choice", "党员\n群众")])
def test_choices_belong_to_one_of_several(kind, choices, story):
    with pytest.raises(ValidationError) as refusal:
        Question(category=story.kinds[RUBBISH], code="q", label="问", kind=kind, choices=choices).full_clean()
    assert "choices" in refusal.value.message_dict
