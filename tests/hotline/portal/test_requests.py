"""A person and their request on the portal: asked, followed, taken back, complained about, the copy fetched."""

import io
import zipfile

import pytest

from shuangliu.subjects import actions
from shuangliu.subjects.models import SubjectRequest
from tests.conftest import NOW
from tests.hotline.portal.resident import solved
from tests.subjects.story import PHONE, Asking

HERE = "/public/privacy/requests/"


@pytest.fixture
def asking(cast, now):
    return Asking(cast)


@pytest.fixture
def follows(client, resident):
    def follow(asked):
        return client.post(HERE, {"number": asked.number, "code": asked.code})

    return follow


def text(answer) -> str:
    return answer.content.decode()


def test_asked_of_a_community_it_waits_at_its_counter(client, resident, cast):
    form = {"kind": "access", "asker": "self", "phone": PHONE, "area": cast.community.code,
            "uuid": "1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3b"}
    assert client.post("/public/privacy/ask/", form | solved()).url == f"{HERE}one/"
    asked = SubjectRequest.objects.get()
    assert (asked.desk, asked.area_key, asked.state) == ("counter", cast.community.key, "received")
    page = text(client.get(f"{HERE}one/"))
    assert asked.number in page
    assert asked.code in page


def test_asked_of_no_community_the_hotline_calls_back(client, resident, cast):
    form = {"kind": "delete", "asker": "self", "phone": PHONE, "uuid": "1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3b"}
    client.post("/public/privacy/ask/", form | solved())
    assert SubjectRequest.objects.get().desk == "hotline"


def test_a_wrong_code_opens_nothing_and_counts(client, resident, asking):
    asked = asking.ask()
    wrong = "000000" if asked.code != "000000" else "111111"
    for _time in range(5):
        assert client.post(HERE, {"number": asked.number, "code": wrong}).status_code == 422
    assert client.post(HERE, {"number": asked.number, "code": asked.code}).status_code == 429
    assert client.get(f"{HERE}one/").url == HERE


def test_taken_back_by_whoever_asked(client, follows, asking):
    asked = asking.ask()
    follows(asked)
    client.post(f"{HERE}withdraw/")
    asked.refresh_from_db()
    assert asked.state == "withdrawn"
    assert client.post(f"{HERE}withdraw/").status_code == 409


def test_a_complaint_is_a_request_of_its_own(client, follows, asking):
    refused = asking.tell("refused")
    follows(refused)
    assert client.post(f"{HERE}complain/", {"text": ""}).status_code == 422
    sent = {"text": "理由不成立", "uuid": "1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3b"}
    for _time in range(2):
        client.post(f"{HERE}complain/", sent)
    complaint = SubjectRequest.objects.get(kind="complain")
    assert (complaint.earlier, complaint.turn) == (refused, "admin")
    assert complaint.number in text(client.get(f"{HERE}one/"))


def test_the_copy_is_fetched_with_number_code_and_word(client, follows, asking, cast):
    asking.homes.register()
    asked = asking.tell("carried_out")
    word = actions.hand_word(asked, by=cast.xie, at=NOW)
    follows(asked)
    assert client.post(f"{HERE}fetch/").status_code == 409
    assert client.post(f"{HERE}copy/", {"word": "wrong"}).status_code == 422
    assert client.post(f"{HERE}copy/", {"word": word}).status_code == 302
    for times in (1, 2):  # a line that broke: for half an hour it can be fetched again
        answer = client.post(f"{HERE}fetch/")
        with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as bundle:
            assert len(bundle.namelist()) == 3
        asked.refresh_from_db()
        assert asked.fetched_count == times
    client.post(f"{HERE}leave/")
    assert client.get(f"{HERE}one/").url == HERE


def test_a_word_of_another_request_opens_nothing(client, follows, asking, cast):
    mine, other = asking.tell("carried_out"), asking.tell("carried_out")
    word = actions.hand_word(mine, by=cast.xie, at=NOW)
    follows(mine)
    client.post(f"{HERE}copy/", {"word": word})
    follows(other)
    assert client.post(f"{HERE}fetch/").status_code == 409


def test_the_letter_says_why_and_where_to_complain(client, follows, asking):
    asked = asking.tell("refused")
    follows(asked)
    page = text(client.get(f"{HERE}one/"))
    assert "法律要求保存。" in page
    assert client.post(f"{HERE}letter/").content.startswith(b"%PDF")


def test_before_the_answer_the_page_tells_nothing_of_what_was_found(client, follows, asking):
    person = asking.homes.register()
    asked = asking.tell("identified")
    follows(asked)
    page = text(client.get(f"{HERE}one/"))
    for secret in (person.number, "罗永贵", PHONE):
        assert secret not in page
    assert client.post(f"{HERE}letter/").status_code == 409
