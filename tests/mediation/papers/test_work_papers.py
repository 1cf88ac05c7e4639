"""What mediators record stands on the papers, under the names of the channel; what is private does not."""

import uuid

import pytest
from django.urls import reverse

from mediation import actions as case_actions
from mediation.after.actions import sign_case
from mediation.models import Expert, MediationOrg, Mediator
from mediation.panels import actions as panels
from mediation.papers import facts
from mediation.records import actions as records
from mediation.team import actions as team
from shuangliu import attachments
from shuangliu.attachments.models import Role
from tests.mediation.papers.conftest import fresh, items
from tests.mediation.papers.reading import pdf_text
from tests.mediation.papers.test_paper_pages import page, scan
from tests.mediation.story import LIU, ZHANG, mediating
from tests.mediation.work import DAY, colleague


def printed(client, case, *keys) -> str:
    response = client.post(reverse("mediation:paper-print", args=[case.pk]), {
        "papers": keys, "wanted": "pdf", "purpose": "交当事人签署"})
    assert response.status_code == 200
    return pdf_text(response.content)


@pytest.fixture
def worked(story):
    """Two mediators and a neighbour; a witness heard, two papers brought, an addendum, a private talk."""
    case, feng, now = mediating(story.cast, summary="下水管漏水。"), story.cast.feng, story.now
    team.set_team(case, by=story.cast.zheng, at=now, others=[colleague(story.cast)])
    team.invite_participant(case, by=feng, at=now, kind="neighbour", name="王邻居", role="了解经过",
                            parties_consent=True)
    records.investigate_case(case, by=feng, at=now, held_at=now, place="三单元", asked="李知情", record="水从楼上来。")
    for name, side, original in [("现场照片", "applicant", False), ("维修收据", "respondent", True)]:
        records.add_evidence(case, by=feng, at=now, name=name, brought_by=side, is_original=original, pieces=3,
                             received_on=DAY)
    records.give_evidence_back(case, by=feng, at=now, evidence=case.evidences.get(name="维修收据"),
                               returned_to="respondent", returned_on=DAY)
    records.add_to_session(case, by=feng, at=now, session=case.sessions.get(), text="更正：应为二单元。")
    records.note_privately(case, by=feng, at=now, side="applicant", held_at=now, text="底线是三百元。")
    return fresh(case)


def test_the_records_of_the_work_are_papers_and_musts(worked, story, browser):
    known = items(worked)
    assert {kind for kind in ("investigation", "evidence", "session") if known[kind].is_missing} == {
        "investigation", "evidence", "session"}
    text = printed(browser(story.cast.wu), worked, *(item.key for item in known.values() if item.is_must))
    for part in ["被调查人李知情", "水从楼上来。", "1现场照片复印件申请人",
                 "维修收据原件2026年3月11日已退还被申请人原件被申请人", "王邻居（邻居，了解经过）；已经各方当事人同意",
                 "受邀参加人王邻居（签名）", "人民调解员冯调解（主持）、高调解", "人民调解员高调解（签名）",
                 "冯调解：更正：应为二单元。"]:
        assert part in text, part
    assert "底线是三百元" not in text


def test_without_a_purpose_nobody_is_named(worked):
    said = str(facts.of(worked, clear=False))
    secrets = ("王邻居", "李知情", "水从楼上来", "应为二单元", "底线", ZHANG.name, LIU.name)
    assert not [secret for secret in secrets if secret in said]


def test_the_parties_who_were_there_stand_in_the_record(story, browser):
    case = mediating(story.cast)
    session = case.sessions.get()
    session.present.set(case.parties.filter(role="applicant"))
    text = printed(browser(story.cast.wu), case, f"session-{session.pk}")
    assert f"参加人{ZHANG.name}、双方当事人" in text
    assert "□公开进行■不公开进行" in text


def test_an_expert_of_the_pool_stands_with_the_title_of_then(story, browser):
    case = mediating(story.cast)
    one = Expert.objects.create(center=story.net.centers["510116"], name="罗工", field="建筑工程造价",
                                employer="某工程公司", title="高级工程师")
    client = browser(story.cast.zheng)
    door = reverse("mediation:case-consult", args=[case.pk])
    sent = {"uuid": str(uuid.uuid4()), "question": "责任如何划分？"}
    response = client.post(door, sent)
    assert response.status_code == 422
    assert "请至少选择一位专家" in response.text
    assert client.post(door, {**sent, "pool": [one.pk], "experts": "罗工 建筑\n王律师 法律"}).status_code == 302
    one.title, one.employer = "教授级高级工程师", "另一家公司"
    one.save()
    assert not [item for item in items(fresh(case)) if item == "panel"]  # nothing answered yet
    panels.advise_case(fresh(case), by=story.cast.zheng, at=story.now, opinion="各半。", plan="先修后赔。")
    case = fresh(case)
    assert items(case)["panel"].is_missing
    text = printed(client, case, items(case)["panel"].key)
    for part in ["罗工建筑工程造价某工程公司高级工程师", "2王律师法律", "各半。", "先修后赔。", "专家王律师（签名）"]:
        assert part in text, part
    assert [(member.name, member.expert) for member in case.panels.get().members.all()] == [
        ("罗工", one), ("王律师", None)]


def test_an_administrative_organ_has_papers_of_its_own(story, browser):
    case = mediating(story.cast)
    MediationOrg.objects.filter(pk=case.org_id).update(kind="administrative", name="东升街道综合执法队")
    case = fresh(case)
    text = browser(story.cast.wu).get(page(case)).text
    assert "行政调解申请书" in text
    assert "人民调解申请书" not in text
    assert "东升街道综合执法队行调字第1号" in printed(browser(story.cast.wu), case, items(case)["session"].key)


def test_the_scan_of_the_signing_is_the_original_of_the_agreement(story):
    case, feng, draft = mediating(story.cast), story.cast.feng, uuid.uuid4()
    case_actions.agree_case(case, by=feng, at=story.now, agreement_form="written", agreement="三日内修好。")
    assert items(fresh(case))["agreement"].is_missing
    attachments.stage(draft, scan(), Role.PAPER, feng, at=story.now)
    sign_case(fresh(case), by=feng, at=story.now, signed_on=story.now.date(), draft=draft)
    agreement = items(fresh(case))["agreement"]
    assert agreement.is_there
    assert [file.matter_type for file in agreement.files] == ["mediation.round"]


def test_mediators_of_an_earlier_round_stay_on_its_record(story):
    case = mediating(story.cast)
    case_actions.retry_case(case, by=story.cast.feng, at=story.now, failed_reason="no_agreement", tried="各出一半。")
    other = Mediator.objects.create(name="高某", org=case.org)
    case_actions.reassign_case(fresh(case), by=story.cast.zheng, at=story.now, mediator=other, reason="absent")
    known = facts.of(fresh(case), clear=True)
    assert known.mediators == ("高某",)
    assert known.sessions[0].mediators == ("冯调解",)
