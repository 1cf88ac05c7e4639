"""The pages of the desks: the list, a request taken down at the counter, each act, papers."""

from uuid import uuid4

import pytest

from shuangliu.audit.models import Entry
from shuangliu.subjects.models import SubjectRequest
from tests.conftest import NOW
from tests.residents.story import LUO, with_check_digit

from .story import PHONE

CHILD = with_check_digit("51011620150301123")  # of 2015


def form(**more) -> dict:
    return {"uuid": str(uuid4()), "kind": "access", "asker": "self", "name": "罗永贵", "document": "111",
            "id_number": LUO, "phone": PHONE, "is_phone_proven": "on", "was_seen": "on", **more}


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def counter(cast, browser, now):
    return browser(cast.xie)


@pytest.fixture
def admin(cast, browser, now):
    return browser(cast.an)


def test_taken_down_and_checked_in_one_go_and_only_once(counter, cast):
    sent = form()
    for _time in range(2):
        assert counter.post("/subjects/receive/", sent).status_code == 302
    asked = SubjectRequest.objects.get()
    assert (asked.state, asked.desk, asked.area_key) == ("identified", "counter", cast.community.key)
    assert (asked.seen_document, asked.seen_last, asked.identified_by) == ("111", LUO[-4:], cast.xie)
    page = text(counter.get(asked.get_absolute_url()))
    assert LUO not in page
    assert PHONE not in page


def test_bad_input_stands_at_its_field_and_nothing_is_lost(counter):
    answer = counter.post("/subjects/receive/", form(id_number="510116", name="罗永贵"))
    assert answer.status_code == 422
    assert 'value="罗永贵"' in text(answer)
    assert not SubjectRequest.objects.exists()
    assert counter.post("/subjects/receive/", {**form(), "was_seen": ""}).status_code == 422
    assert counter.post("/subjects/receive/", form(phone="")).status_code == 422  # which phone rang?


def test_for_a_child_the_guardian_asks_with_proof(counter):
    assert counter.post("/subjects/receive/", form(id_number=CHILD, name="罗小贵")).status_code == 422
    guardian = form(id_number=CHILD, name="罗小贵", asker="guardian", speaker="罗永贵", seen_document="111",
                    seen_last=LUO[-4:])
    assert counter.post("/subjects/receive/", guardian).status_code == 422
    assert counter.post("/subjects/receive/", guardian | {"proof": "户口簿"}).status_code == 302
    asked = SubjectRequest.objects.get()
    assert (asked.asker, asked.proof, asked.id_number, asked.seen_last) == ("guardian", "户口簿", CHILD, LUO[-4:])


def test_who_only_complains_shows_nothing(counter):
    sent = {"uuid": str(uuid4()), "kind": "complain", "asker": "self", "text": "窗口大声念我的号码"}
    assert counter.post("/subjects/receive/", sent).status_code == 302
    assert SubjectRequest.objects.get().turn == "admin"


def test_the_list_has_what_waits_for_whom(asking, counter, admin):
    received, to_decide = asking.tell("received"), asking.tell("identified")
    assert received.number in text(counter.get("/subjects/"))
    assert to_decide.number not in text(counter.get("/subjects/"))
    assert to_decide.number in text(admin.get("/subjects/"))
    assert to_decide.number in text(counter.get("/subjects/?tab=open"))
    assert to_decide.number not in text(counter.get("/subjects/?tab=open&kind=delete"))
    assert counter.get("/subjects/?tab=all&kind=x").status_code == 400


def test_each_tab_answers(asking, counter):
    for state in ("answered", "refused", "withdrawn"):
        asking.tell(state)
    for tab, shown in (("overdue", 0), ("answered", 2), ("all", 3)):
        assert text(counter.get(f"/subjects/?tab={tab}")).count("cell-title__link") == shown


def test_it_is_granted_on_the_page_and_a_second_click_changes_nothing(asking, admin):
    asking.homes.register()
    asked = asking.tell("identified")
    (one,) = asked.findings.all()
    door = f"/subjects/{asked.pk}/grant/"
    assert one.record.number in text(admin.get(door))
    left = {f"do_{one.pk}": "leave", f"ground_{one.pk}": "", "reason": ""}
    assert admin.post(door, left).status_code == 422
    assert admin.post(door, left | {f"ground_{one.pk}": "others"}).status_code == 422  # nothing is left
    asked.refresh_from_db()
    assert asked.state == "identified"
    for _time in range(2):
        assert admin.post(door, {f"do_{one.pk}": "do", "reason": ""}).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.moves.filter(act="grant").count()) == ("carried_out", 1)


def test_what_a_law_keeps_cannot_be_granted(asking, admin):
    asking.homes.register()
    asked = asking.tell("identified", kind="delete")
    (one,) = asked.findings.all()
    assert admin.post(f"/subjects/{asked.pk}/grant/", {f"do_{one.pk}": "do"}).status_code == 422
    door = f"/subjects/{asked.pk}/refuse/"
    assert admin.post(door, {"ground": "kept", "reason": ""}).status_code == 422
    assert admin.post(door, {"ground": "kept", "reason": "居住期间须登记。"}).status_code == 302
    letter = admin.post(f"/subjects/{asked.pk}/letter/")
    assert (letter["Content-Type"], letter.content[:4]) == ("application/pdf", b"%PDF")


def test_the_receipt_is_for_the_desk_and_the_letter_for_what_is_answered(asking, counter, admin):
    asked = asking.tell("received")
    assert counter.post(f"/subjects/{asked.pk}/receipt/").content.startswith(b"%PDF")
    assert admin.post(f"/subjects/{asked.pk}/receipt/").status_code == 403
    assert counter.post(f"/subjects/{asked.pk}/letter/").status_code == 409
    assert counter.get(f"/subjects/{asked.pk}/letter/").status_code == 405
    assert Entry.objects.filter(verb="subject.receipt").count() == 1


def test_the_word_is_shown_once(asking, counter):
    asked = asking.tell("carried_out")
    page = text(counter.post(f"/subjects/{asked.pk}/hand-word/"))
    word = page.split("data-word>")[1].split("<")[0]
    assert len(word) == 8
    assert word not in text(counter.get(asked.get_absolute_url()))


def test_a_stranger_finds_nothing_and_a_reader_does_nothing(asking, browser, cast):
    asked = asking.tell("identified")
    assert browser(cast.yan).get(asked.get_absolute_url()).status_code == 404
    assert browser(cast.mu).get(asked.get_absolute_url()).status_code == 404
    assert browser(cast.zhao).get(asked.get_absolute_url()).status_code == 403
    assert browser(cast.xie).get(f"/subjects/{asked.pk}/refuse/").status_code == 403


def test_taken_over_at_a_counter_by_number_and_code(asking, counter, cast):
    asked = asking.ask(desk="hotline", area_key=cast.county.key)
    wrong = "000000" if asked.code != "000000" else "111111"
    assert counter.post("/subjects/take/", {"number": asked.number, "code": wrong}).status_code == 422
    assert counter.post("/subjects/take/", {"number": "QL999999", "code": wrong}).status_code == 422
    assert Entry.objects.filter(verb="subject.code-refused").count() == 2
    assert counter.post("/subjects/take/", {"number": asked.number, "code": asked.code}).url == asked.get_absolute_url()
    asked.refresh_from_db()
    assert (asked.desk, asked.area_key) == ("counter", cast.community.key)


def test_who_tries_codes_is_stopped(asking, counter, cast):
    asked = asking.ask(desk="hotline", area_key=cast.county.key)
    for number in range(10):
        counter.post("/subjects/take/", {"number": asked.number, "code": f"00000{number}"})
    assert counter.post("/subjects/take/", {"number": asked.number, "code": asked.code}).status_code == 429


def test_it_is_called_back_on_the_phone_that_was_given(asking, browser, cast, now):
    asked = asking.ask(desk="hotline", area_key=cast.county.key)
    lead, door = browser(cast.mu), f"/subjects/{asked.pk}/identify/"
    back = {"how": "callback", "asker": "self", "name": "罗永贵", "document": "111"}
    assert lead.post(door, back | {"asker": "agent"}).status_code == 422
    assert lead.post(door, back).status_code == 302
    asked.refresh_from_db()
    assert (asked.identified_how, asked.id_number) == ("callback", "")


def test_the_phone_that_was_given_is_masked_and_may_be_the_one_that_rang(asking, counter):
    asked = asking.ask()
    door = f"/subjects/{asked.pk}/identify/"
    assert PHONE not in text(counter.get(door))
    given = {"how": "counter", "asker": "self", "name": "罗永贵", "document": "111", "id_number": LUO, "phone": "",
             "is_phone_proven": "on", "was_seen": "on"}
    assert counter.post(door, given).status_code == 302
    asked.refresh_from_db()
    assert (asked.phone, asked.is_phone_proven) == (PHONE, True)


def test_figures_are_numbers_of_the_county(asking, browser, cast):
    for state in ("answered", "refused", "received"):
        asking.tell(state)
    page = text(browser(cast.chen).get("/subjects/figures/"))
    assert "100.00 %" in page
    assert "罗" not in page
    assert browser(cast.xie).get("/subjects/figures/").status_code == 403
    assert browser(cast.chen).get("/subjects/figures/?year=1999").status_code == 400


def test_it_waits_on_the_desk_of_whoever_has_to_act(asking, counter, admin):
    asked = asking.tell("identified")
    assert asked.number in text(admin.get("/"))
    assert asked.number not in text(counter.get("/"))


def test_name_and_number_are_shown_for_a_purpose(asking, counter, cast):
    asked = asking.tell("identified")
    counter.post(f"/subjects/{asked.pk}/reveal/", {"purpose": "subject"})
    assert LUO in text(counter.get(asked.get_absolute_url()))
    assert Entry.objects.filter(verb="subject.revealed", at=NOW).exists()
