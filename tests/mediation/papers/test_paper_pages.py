"""The page of papers: printing asks for a purpose and is logged, originals are filed and replaced."""

import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfWriter

from mediation.models import Original, Paper
from shuangliu import attachments, audit
from shuangliu.attachments.models import Attachment
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Paper as Sheet
from shuangliu.typesetting.layout import Para
from tests.attachments.images import photo
from tests.mediation.papers.conftest import fresh
from tests.mediation.papers.reading import pdf_pages, pdf_text, word_text
from tests.mediation.story import LIU, STAGES, ZHANG, agreed, mediating, refused

WANTED = {"papers": ["rights-0"], "wanted": "pdf", "purpose": "交当事人签署"}
CLEAR = [ZHANG.name, ZHANG.id_number, ZHANG.phone, LIU.name, LIU.id_number, LIU.phone]


@pytest.fixture
def case(story):
    return mediating(story.cast, summary="下水管漏水。")


def page(case) -> str:
    return reverse("mediation:paper-list", args=[case.pk])


def door(case) -> str:
    return reverse("mediation:paper-print", args=[case.pk])


def file_page(case, kind="rights", subject=0) -> str:
    return reverse("mediation:paper-file", args=[case.pk, kind, subject])


def scan(text="已签署。", pages=1) -> SimpleUploadedFile:
    return SimpleUploadedFile("扫描.pdf", pdf.render([Sheet("", (Para(text),))] * pages), "application/pdf")


def file(client, case, **sent):
    return client.post(file_page(case), {"uuid": str(uuid.uuid4()), "note": "", "pages": "", **sent})


def test_the_list_names_nobody_in_clear(case, story, browser):
    text = browser(story.cast.feng).get(page(case)).text
    assert "权利义务告知书" in text
    assert not [secret for secret in CLEAR if secret in text]


def test_printing_numbers_the_dossier_and_is_logged_with_its_purpose(case, story, browser):
    response = browser(story.cast.feng).post(door(case), WANTED, REMOTE_ADDR="10.1.2.3")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"].startswith("inline")
    assert "no-store" in response["Cache-Control"]
    text = pdf_text(response.content)
    assert ZHANG.name in text
    assert "棠湖社区人民调解委员会" in text
    entry = audit.history(case).last()
    assert (entry.verb, entry.purpose, entry.detail["papers"], entry.address) == (
        "case.printed", "交当事人签署", ["rights-0"], "10.1.2.3")
    assert not [secret for secret in CLEAR if secret in str(entry.detail)]
    assert Paper.objects.get(case=case).made_by == story.cast.feng
    assert "〔2026〕棠湖社区人调字第1号" in browser(story.cast.feng).get(page(case)).text


def test_a_whole_set_as_word(case, story, browser):
    keys = ["application-0", "rights-0", f"session-{case.sessions.get().pk}"]
    response = browser(story.cast.wu).post(door(case), {**WANTED, "papers": keys, "wanted": "word"})
    assert response["Content-Disposition"].startswith("attachment")
    text = word_text(response.content)
    assert "人民调解申请书" in text
    assert "双方陈述了事实。" in text
    assert Paper.objects.filter(case=case).count() == 3


@pytest.mark.parametrize("change", [{"purpose": ""}, {"purpose": "看"}, {"papers": []}, {"papers": ["agreement-1"]},
                                    {"wanted": "originals"}, {"wanted": "html"}])
def test_what_is_not_understood_prints_nothing(change, case, story, browser):
    response = browser(story.cast.feng).post(door(case), {**WANTED, **change})
    assert response.status_code == 422
    assert ZHANG.name not in response.text
    assert not Paper.objects.exists()
    assert audit.history(case).last().verb == "case.session_held"


@pytest.mark.parametrize(("person", "status"), [("chen", 403), ("qian", 403), ("other-wu", 404), ("other-feng", 404)])
def test_others_do_not_get_in(person, status, case, story, browser, neighbours):
    client = browser(neighbours[person[6:]] if person.startswith("other") else getattr(story.cast, person))
    assert client.get(page(case)).status_code == status
    assert client.post(door(case), WANTED).status_code == status
    assert client.get(file_page(case)).status_code == status
    assert not Paper.objects.exists()


@pytest.mark.parametrize("state", sorted(STAGES))
def test_every_paper_of_every_state_can_be_made(state, story, browser):
    case = STAGES[state](story.cast)
    client = browser(story.cast.wu)
    keys = [item.key for item in client.get(page(case)).context["items"]]
    if keys:
        response = client.post(door(case), {**WANTED, "papers": keys})
        assert response.status_code == 200
        assert len(pdf_pages(response.content)) >= len(keys)
    assert keys or state == "joined"  # its papers are made where it goes on


def test_a_refusal_is_told_on_paper(story, browser):
    case = refused(story.cast)
    text = pdf_text(browser(story.cast.wu).post(door(case), {**WANTED, "papers": ["refusal-0"]}).content)
    assert "已由法院受理。" in text


def test_photos_of_a_signed_paper_are_filed_and_opened_for_a_purpose(case, story, browser):
    client = browser(story.cast.feng)
    assert file(client, case, scan=[photo(), photo(colour="navy")]).status_code == 302
    original = Original.objects.get()
    assert (original.pages, original.filed_by, audit.history(case).last().verb) == (
        2, story.cast.feng, "case.original_filed")
    # The file itself has no other door: who opens it says why.
    assert browser(story.cast.feng).get(attachments.of(original)[0].url).status_code == 404
    response = client.post(door(case), {**WANTED, "wanted": "originals"})
    assert len(pdf_pages(response.content)) == 2
    assert audit.history(case).last().verb == "case.papers_opened"


def test_a_better_scan_takes_the_place_of_the_first_which_is_kept(case, story, browser):
    client = browser(story.cast.feng)
    file(client, case, scan=scan("第一次扫描。"))
    file(client, case, scan=scan("第二次扫描。", pages=3), note="首次扫描不清")
    assert list(Original.objects.order_by("id").values_list("pages", "replaced_at")) == [(1, story.now), (3, None)]
    text = client.get(page(case)).text
    assert "首次扫描不清" in text
    assert "已替换" in text
    shown = pdf_text(client.post(door(case), {**WANTED, "wanted": "originals"}).content)
    assert "第二次扫描。" in shown
    assert "第一次扫描。" not in shown


def test_sent_twice_it_is_filed_once(case, story, browser):
    client, form = browser(story.cast.feng), str(uuid.uuid4())
    for _ in range(2):
        assert file(client, case, uuid=form, pages="3").status_code == 302
    assert Original.objects.count() == 1


def locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim")
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


@pytest.mark.parametrize("content", [b"%PDF-1.4 nothing %%EOF", locked()], ids=["damaged", "locked"])
def test_what_nobody_can_open_is_not_filed(content, case, story, browser):
    response = file(browser(story.cast.feng), case, scan=SimpleUploadedFile("扫描.pdf", content, "application/pdf"))
    assert response.status_code == 422
    assert "无法打开" in response.text
    assert not Original.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"pages": "0"}, {"pages": "501"}, {"pages": "x"}])
def test_a_scan_or_a_number_of_pages_is_needed(sent, case, story, browser):
    assert file(browser(story.cast.feng), case, **sent).status_code == 422
    assert not Original.objects.exists()
    assert not Attachment.objects.exists()


def test_no_such_paper(case, story, browser):
    client = browser(story.cast.feng)
    for kind, subject in [("poem", 0), ("agreement", 1), ("session", 987654)]:
        assert client.get(file_page(case, kind, subject)).status_code == 404


def test_the_case_page_says_what_is_missing(story, browser):
    case = agreed(story.cast)
    text = browser(story.cast.wu).get(case.get_absolute_url()).text
    for name in ["人民调解申请书", "权利义务告知书", "当事人身份证明", "口头协议登记表"]:
        assert name in text
    assert "人民调解协议书" not in text


def test_the_supervisor_sees_no_papers_on_the_case_page(case, story, browser):
    assert "文书与卷宗" not in browser(story.cast.chen).get(fresh(case).get_absolute_url()).text
