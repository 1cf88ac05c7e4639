"""One form: what was said is taken down and comes to its end in one go, or nothing happens."""

import re
from uuid import uuid4

import pytest

from hotline.desk.models import Call
from hotline.models import Caller, Ticket, WrapUp
from incidents.models import Category, Incident, Question
from mediation import catalogue as disputes
from mediation.models import DisputeCategory
from tests.cast import BEIJING
from tests.hotline.knowledge.story import Knowledge
from tests.hotline.story import PHONE

from .story import NEW, typed


@pytest.fixture
def ma(calls, line, browser):
    return browser(calls.cast.ma)


def sent(ma, calls, end: str, **more) -> Ticket:
    answer = ma.post(NEW, typed(calls.cast, end, **more))
    assert answer.status_code == 302, answer.context["form"].errors
    assert answer["Location"] == "/hotline/"
    return Ticket.objects.latest("pk")


def refused(ma, calls, end: str, **more) -> dict:
    answer = ma.post(NEW, typed(calls.cast, end, **more))
    assert answer.status_code == 422
    assert not Ticket.objects.exists()
    return answer.context["form"].errors


def test_dispatched(ma, calls):
    ticket = sent(ma, calls, "dispatch")
    assert (ticket.state, ticket.taken_by, ticket.caller.phone) == ("dispatched", calls.cast.ma, PHONE)
    assert (ticket.incident.grid, ticket.incident.category.code) == (calls.cast.grid, "E01-01")
    assert [move.act for move in ticket.moves.all()] == ["receive", "dispatch"]


def test_answered_directly(ma, calls):
    ticket = sent(ma, calls, "answer", answer="每天早晚各清运一次。", answered_as="policy", category="", place="",
                  longitude="", latitude="")
    assert (ticket.state, ticket.answer, ticket.wrap_up.code) == ("answered", "每天早晚各清运一次。", "policy")


def test_told_an_emergency_number(ma, calls):
    ticket = sent(ma, calls, "emergency", emergency="call-119", category="")
    assert (ticket.state, ticket.wrap_up.leads, ticket.answer) == (
        "answered", WrapUp.Leads.EMERGENCY, "已告知拨打 119（火警、救援）")
    assert not Incident.objects.exists()


def test_sent_to_mediation(ma, calls):
    disputes.load()
    kind = DisputeCategory.objects.filter(parent__isnull=False).first()
    ticket = sent(ma, calls, "mediate", dispute=kind.pk, title="邻里漏水纠纷", people=3)
    assert (ticket.state, ticket.case.title, ticket.case.category) == ("dispatched", "邻里漏水纠纷", kind)
    assert PHONE not in ticket.case.summary


def test_no_concern(ma, calls):
    ticket = sent(ma, calls, "invalid", invalid_as="silent", content="无声", phone="")
    assert (ticket.state, ticket.reason, ticket.caller) == ("invalid", "无声电话", None)


def test_decided_later(ma, calls):
    assert sent(ma, calls, "keep").state == "received"


def test_the_same_as_an_earlier_one(ma, calls):
    earlier = calls.tell("dispatched")
    answer = ma.post(NEW, typed(calls.cast, "", into=earlier.pk))
    assert answer.status_code == 302
    ticket = Ticket.objects.latest("pk")
    assert (ticket.state, ticket.joined_to) == ("duplicate", earlier)
    assert [move.act for move in earlier.moves.all()][-1] == "remind"


@pytest.fixture
def street(calls):
    """A kind of matter that everybody can see in the street."""
    Category.objects.filter(code="E01-01").update(nearby=100)


def test_it_joins_what_was_reported_nearby(ma, calls, street):
    known = calls.story.tell("accepted")
    answer = ma.post(NEW, typed(calls.cast, "", joins=known.pk, category=""))
    assert answer.status_code == 302
    ticket = Ticket.objects.get()
    assert (ticket.incident, ticket.category) == (known, known.category)
    assert Incident.objects.count() == 1


def test_it_joins_no_incident_that_was_not_shown(ma, calls):
    known = calls.story.tell("accepted")
    errors = refused(ma, calls, "", joins=known.pk, longitude="", latitude="")
    assert "不在此处" in str(errors["__all__"])


@pytest.mark.parametrize("state", ["closed", "invalid"])
def test_nothing_joins_what_is_over(state, ma, calls):
    earlier = calls.tell(state)
    answer = ma.post(NEW, typed(calls.cast, "", into=earlier.pk))
    assert answer.status_code == 422
    assert Ticket.objects.count() == 1


@pytest.mark.parametrize(("end", "more", "field"), [
    ("", {}, "__all__"), ("explode", {}, "__all__"), ("answer", {}, "answer"),
    ("dispatch", {"category": ""}, "category"),
    ("dispatch", {"place": "", "longitude": "", "latitude": ""}, "place"), ("keep", {"content": ""}, "content"),
    ("mediate", {}, "dispute"), ("emergency", {}, "emergency"), ("invalid", {}, "invalid_as"),
    ("keep", {"phone": "一三八"}, "phone"), ("keep", {"phone": "", "known": "secret"}, "phone"),
    ("keep", {"longitude": BEIJING.longitude, "latitude": BEIJING.latitude}, "place"),
    ("keep", {"longitude": ""}, "place"), ("keep", {"area": 0}, "area"), ("keep", {"kind": "rumour"}, "kind"),
    ("dispatch", {"category": "E99-99"}, "category"),
    ("answer", {"answer": "好", "answered_as": "call-110"}, "answered_as"),
])
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(end, more, field, ma, calls):
    answer = ma.post(NEW, typed(calls.cast, end, content=more.pop("content", "𠮷家门口<b>土</b>成堆"), **more))
    assert answer.status_code == 422
    form = answer.context["form"]
    assert field in form.errors
    assert form["name"].value() == "刘女士"
    assert (Ticket.objects.count(), Caller.objects.count()) == (0, 0)


def test_sent_twice_it_is_one(ma, calls):
    form = typed(calls.cast, "dispatch")
    assert ma.post(NEW, form).status_code == 302
    ticket = Ticket.objects.get()
    again = ma.post(NEW, form | {"end": "answer", "answer": "另"})
    assert again["Location"] == ticket.get_absolute_url()
    assert (Ticket.objects.count(), Incident.objects.count()) == (1, 1)


def test_a_form_of_somebody_else_is_not_taken_over(ma, calls, browser):
    form = typed(calls.cast, "keep")
    ma.post(NEW, form)
    assert browser(calls.cast.mu).post(NEW, form).status_code == 409


def test_when_the_end_fails_nothing_was_received(ma, calls, monkeypatch):
    earlier = calls.tell("dispatched")
    monkeypatch.setattr("hotline.desk.forms.CallForm._check_join", lambda form, given: given.update(into=earlier))
    calls.settle(earlier)
    earlier.refresh_from_db()
    Ticket.objects.filter(pk=earlier.pk).update(state="closed")
    earlier.refresh_from_db()
    answer = ma.post(NEW, typed(calls.cast, "", into=earlier.pk))
    assert answer.status_code == 409
    assert "路边垃圾三天没人清" in answer.text  # what was typed is on the page
    assert Ticket.objects.count() == 1


def test_anonymous_leaves_no_trace_and_secret_is_kept(ma, calls):
    assert sent(ma, calls, "keep", known="anonymous").caller is None
    assert not Caller.objects.exists()
    assert sent(ma, calls, "keep", known="secret").is_secret


def test_the_call_hangs_on_its_ticket(ma, calls, pbx):
    pbx("ring", agent="ma")
    call = Call.objects.get()
    page = ma.get(f"{NEW}?call={call.pk}").text
    (key,) = re.findall(r'<input type="hidden" name="call" value="(\d+)">', page)
    ticket = sent(ma, calls, "dispatch", call=key)
    call.refresh_from_db()
    assert (list(call.tickets.all()), call.state) == ([ticket], "answered")


def test_the_caller_is_found_by_number(ma, calls):
    earlier = calls.tell("dispatched")
    text = ma.post("/hotline/calls/caller/", {"phone": "+86 138 0013 8000"}).text
    assert earlier.number in text
    assert "刘**" in text
    assert PHONE not in text
    assert earlier.number not in ma.post("/hotline/calls/caller/", {"phone": "13900139000"}).text


def test_hints_name_category_and_what_is_known(ma, calls):
    known = calls.tell("dispatched", content="公园东门的垃圾桶满了没人清运", place="公园东门")
    answer = ma.post("/hotline/calls/hints/", {"content": "公园东门垃圾桶满了，三天没清运", "place": "公园东门"})
    assert [one.code for one in answer.context["likely"]] == ["E01-01"]
    assert f"类似 {known.number}" in answer.text
    assert [one.incident for one in answer.context["told"]] == [known.incident_id]
    nothing = ma.post("/hotline/calls/hints/", {"content": "想问社保卡怎么补办", "longitude": "x"})
    assert (nothing.context["likely"], nothing.context["told"], nothing.context["near"]) == ([], [], [])


def test_hints_show_what_lies_nearby_without_its_text(ma, calls, street):
    known = calls.story.tell("accepted", description="只有网格看的原话")
    where = typed(calls.cast, "")
    answer = ma.post("/hotline/calls/hints/", {name: where[name] for name in ("category", "longitude", "latitude")})
    assert [one.pk for one in answer.context["near"]] == [known.pk]
    assert "只有网格看的原话" not in answer.text


def test_without_script_one_looks_by_a_button(ma, calls):
    earlier = calls.tell("dispatched")
    answer = ma.post(NEW, typed(calls.cast, "") | {"look": "1"})
    assert answer.status_code == 200
    assert earlier.number in answer.text
    assert answer.context["form"]["content"].value() == "路边垃圾三天没人清"
    assert not answer.context["form"].errors


def test_questions_are_asked_before_an_office_is_sent_out(ma, calls):
    Question.objects.create(category=calls.story.kinds["E01-01"], code="kind", label="哪种垃圾？", kind="text",
                            is_required=True, valid_from="2026-01-01")
    assert "answer-E01-01-kind" in refused(ma, calls, "dispatch")
    ticket = sent(ma, calls, "dispatch", **{"answer-E01-01-kind": "建筑垃圾"}, uuid=str(uuid4()))
    assert ticket.incident.answers.get().value == "建筑垃圾"
    assert sent(ma, calls, "keep").state == "received"


def test_the_knowledge_base_answers_beside_it(ma, calls):
    article = Knowledge(calls.cast).article()
    answer = ma.post("/hotline/calls/hints/", {"content": "请问小区停水了怎么办"})
    assert [one.article for one in answer.context["articles"]] == [article]
    used = ma.post(f"/hotline/knowledge/{article.pk}/use/", {"call": typed(calls.cast, "")["uuid"]}).json()
    assert used["text"] == article.answer


def test_a_call_that_went_to_another_costs_no_text(ma, calls, pbx):
    pbx("ring", agent="ma")
    pbx("ring", agent="mu")
    ticket = sent(ma, calls, "keep", call=Call.objects.get().pk)
    assert not ticket.calls.exists()
