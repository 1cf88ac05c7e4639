"""Personal data leave in a file when a second person agrees, for a day, with a line that says whose it is."""

import base64
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from grids.models import Post
from grids.roles import RIGHTS
from mediation.models import Party
from shuangliu import audit
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Notice
from shuangliu.privacy import guards
from shuangliu.protection import exports, looks
from shuangliu.protection.exports.registry import everything
from shuangliu.protection.models import ExportRequest
from tests.mediation.story import LIU, ZHANG
from tests.protection import samples

DAY = timedelta(days=1)
LIST = "/protection/exports/"
ASK = f"{LIST}ask/?what=mediation.parties"
SENT = {"start": "2026-03-01", "end": "2026-03-31", "fields_in_clear": ["phone"], "purpose": "reach",
        "words": "回访满意度", "recipient": "区调解中心回访组", "uuid": "0a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3c"}


@pytest.fixture
def asked(cast, now):
    return samples.asked(cast)


def rows(content: bytes) -> list[list]:
    return [list(row) for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True)]


def told(kind: str) -> list[str]:
    return sorted(Notice.objects.filter(kind=kind).values_list("user__username", flat=True))


def test_from_asking_to_the_file(cast, browser, now):
    samples.asked(cast)  # makes the case
    zheng, an = browser(cast.zheng), browser(cast.an)
    door = zheng.post(ASK, SENT).url
    assert zheng.post(ASK, SENT).url == door, "sent twice is asked once"
    request = ExportRequest.objects.get(uuid=SENT["uuid"])
    assert (request.count, request.fields) == (2, ["phone"])
    assert request.filters == {"start": "2026-03-01", "end": "2026-03-31"}
    page = an.get(door).text
    for said in ["回访满意度", "郑主任", "区调解中心回访组", "2026-03-31"]:
        assert said in page, said
    assert an.post(f"{door}decide/", {"verdict": "approve"}).url == door
    assert zheng.post(f"{door}fetch/").status_code == 409, "it is not made yet"
    assert exports.make_waiting(at=now) == 1
    assert exports.make_waiting(at=now) == 0
    answer = zheng.post(f"{door}fetch/")
    assert answer["Cache-Control"] == "private, no-store"
    (line, *_blank), headings, first, second = rows(b"".join(answer.streaming_content))
    assert line == (f"{request.number} · 用途：联系本人（电话、信函、上门） · 回访满意度 · 申请人：郑主任，"
                    "审批人：安管理（2026-03-11 09:30）· 仅供区调解中心回访组使用，用毕销毁")
    assert headings[3:] == ["姓名", "证件号码", "电话", "地址"]
    assert first[3:6] == ["张**", "510199********2016", ZHANG.phone]
    assert second[5] == LIU.phone
    request.refresh_from_db()
    assert (request.state, request.fetched_count, request.fetched_at) == ("fetched", 1, now)
    verbs = list(audit.history(request).values_list("verb", flat=True))
    assert verbs == ["export.asked", "export.approved", "export.made", "export.fetched"]
    assert told("export.asked") == ["an", "an", "chen", "chen"]
    assert told("export.made") == ["zheng"]


def test_nobody_decides_on_their_own(cast, asked, browser, now):
    Post.objects.filter(user=cast.zheng).update(role="security_admin")
    assert browser(cast.zheng).post(f"{asked.get_absolute_url()}decide/", {"verdict": "approve"}).status_code == 403
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportRequest.objects.filter(pk=asked.pk).update(state="approved", decided_by=cast.zheng, decided_at=now)
    assert asked not in ExportRequest.objects.waiting_for(cast.zheng)


def test_refused_with_a_reason_and_decided_once(cast, asked, browser):
    door, an = f"{asked.get_absolute_url()}decide/", browser(cast.an)
    assert an.post(door, {"verdict": "refuse"}).status_code == 422
    assert an.get(door).status_code == 405
    an.post(door, {"verdict": "refuse", "reason": "打码即可"})
    assert an.post(door, {"verdict": "approve"}).status_code == 409
    asked.refresh_from_db()
    assert (asked.state, asked.reason, asked.decided_by) == ("refused", "打码即可", cast.an)
    assert "打码即可" in browser(cast.zheng).get(asked.get_absolute_url()).text
    assert exports.make_waiting(at=asked.at) == 0


def test_the_file_is_encrypted_and_gone_after_a_day(cast, browser, now):
    request = samples.made(cast)
    with default_storage.open(request.file) as file:
        kept = file.read()
    assert base64.b64encode(ZHANG.phone.encode()) not in kept
    assert not kept.startswith(b"PK")
    assert exports.end_over(at=now + DAY - timedelta(minutes=1)) == 0
    assert exports.end_over(at=now + DAY) == 1
    assert not default_storage.exists(request.file)
    assert browser(cast.zheng).post(f"{request.get_absolute_url()}fetch/").status_code == 409
    assert ExportRequest.objects.get().state == "expired"


def test_a_request_that_nobody_decides_falls(asked, now):
    assert exports.end_over(at=now + 3 * DAY) == 1
    assert exports.end_over(at=now + 3 * DAY) == 0
    assert ExportRequest.objects.get().state == "expired"


def test_each_fetching_is_counted_and_only_the_asker_fetches(cast, browser, now):
    request = samples.made(cast)
    door = f"{request.get_absolute_url()}fetch/"
    for person in ("an", "chen", "he"):
        assert browser(getattr(cast, person)).post(door).status_code == 403
    assert browser(cast.ma).post(door).status_code == 403
    browser(cast.zheng).post(door)
    browser(cast.zheng).post(door)
    assert ExportRequest.objects.get().fetched_count == 2


def test_the_person_learns_that_their_data_went_into_a_file(cast, now):
    samples.made(cast)
    (one,) = [one for one in looks.of(ZHANG.phone) if "export" in one.entry.detail]
    assert (one.office, one.role) == ("双流区", "调解中心主任")
    assert one.purpose == "联系本人（电话、信函、上门） · 回访满意度"


def test_who_has_lost_the_right_gets_nothing(cast, now):
    request = samples.approved(cast)
    Post.objects.filter(user=cast.zheng).delete()
    assert exports.make_waiting(at=now) == 0
    assert ExportRequest.objects.get(pk=request.pk).state == "expired"


def test_the_restricted_are_left_out(cast, now, monkeypatch):
    request = samples.approved(cast)
    zhang = Party.objects.get(is_organisation=False, role="applicant")
    monkeypatch.setattr(guards, "_checks", [lambda one: "限制处理" if one == zhang else ""])
    exports.make_waiting(at=now)
    assert ExportRequest.objects.get(pk=request.pk).count == 1


def test_a_worker_that_died_gives_it_back(cast, now):
    request = samples.approved(cast)
    ExportRequest.objects.update(claimed_at=now)
    assert exports.make_waiting(at=now + timedelta(minutes=29)) == 0
    assert exports.make_waiting(at=now + timedelta(minutes=31)) == 1
    assert ExportRequest.objects.get(pk=request.pk).made_at


@pytest.mark.parametrize("wrong", [{"words": ""}, {"recipient": ""}, {"fields_in_clear": []}, {"end": "2026-02-01"},
                                   {"fields_in_clear": ["number"]}, {"start": "2020-01-01", "end": "2020-01-02"}])
def test_what_is_missing_or_fits_nothing_is_said_and_nothing_typed_is_lost(wrong, cast, asked, browser):
    answer = browser(cast.zheng).post(ASK, {**SENT, **wrong})
    assert answer.status_code == 422
    assert wrong.get("words") == "" or "回访满意度" in answer.text
    assert ExportRequest.objects.count() == 1


def test_only_what_one_may_is_offered(cast, asked, browser):
    assert "调解案件当事人" in browser(cast.zheng).get(f"{LIST}ask/").text
    assert browser(cast.zheng).get(f"{LIST}ask/?what=mediation.unknown").status_code == 404
    assert browser(cast.an).get(f"{LIST}ask/").status_code == 403
    assert asked.number in browser(cast.an).get(LIST).text
    assert asked.number in browser(cast.he).get(LIST).text
    assert browser(cast.zheng).get(f"{LIST}?tab=decide").status_code == 400


def test_whoever_holds_the_act_of_an_exporter_may_ask():
    for one in everything():
        assert RIGHTS[one.act] <= RIGHTS["export.ask"], one.name
    assert RIGHTS["export.ask"] == RIGHTS["export.fetch"]
    assert RIGHTS["export.ask"] | RIGHTS["export.oversee"] == RIGHTS["export.view"]


def test_the_log_of_an_export_holds_no_personal_data(cast, now):
    samples.made(cast)
    text = str(list(Entry.objects.values()))
    assert not [secret for secret in (ZHANG.name, ZHANG.phone, ZHANG.id_number) if secret in text]
