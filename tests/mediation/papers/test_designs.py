"""Every paper of every kind of case: complete, alike in PDF and Word, and fit to be printed anywhere."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest

from mediation.papers.designs import DESIGNS
from mediation.papers.designs.dossier import Entry, Filing, back, contents, cover, statement
from shuangliu.typesetting import pdf, word
from shuangliu.typesetting.layout import Paper, Para, Signatures, Title
from shuangliu.typesetting.typeset import NO_END, NO_START
from tests.mediation.papers import people
from tests.mediation.papers.reading import fonts, pdf_pages, pdf_text, squeezed, word_text

pytestmark = pytest.mark.once

FILING = Filing("吴窗口", date(2026, 5, 6), "long", "刘老根的身份证为复印件。")
COVERS = (cover(people.NEIGHBOURS, FILING), contents([Entry("人民调解申请书", 1, 2), Entry("权利义务告知书", 3, 3)]),
          statement(people.NEIGHBOURS, FILING), back(31, FILING))
HEADS = frozenset("序号当事人、代理人签名、盖章或按指印身份姓名或名称身份证号（代码）联系方式"
                  "证据名称原件／复印件提交人收到日期份数")
stories = pytest.mark.parametrize("story", [*people.EVERYBODY, "covers"])


@cache
def papers_of(story: str) -> tuple[Paper, ...]:
    if story == "covers":
        return COVERS
    case = people.EVERYBODY[story]
    return tuple(design.draw(case, subject) for design in DESIGNS.values() if design.fits(case)
                 for subject, _ in design.about(case))


@cache
def printed(story: str) -> bytes:
    return pdf.render(papers_of(story))


@stories
def test_pdf_and_word_say_the_same(story):
    shown, written = Counter(pdf_text(printed(story))), Counter(word_text(word.render(papers_of(story))))
    assert not written - shown
    # The heads of tables stand again on each of their pages.
    assert set(shown - written) <= HEADS


@stories
def test_no_line_begins_or_ends_badly(story):
    for page in pdf_pages(printed(story)):
        for line in filter(None, (line.strip() for line in page.split("\n"))):
            assert line[0] not in NO_START - {"·", "…", "—"}, line
            assert line[-1] not in NO_END, line


@stories
def test_signatures_are_never_alone_on_a_page(story):
    """A page never begins with a place to sign, unless it goes on with the signatures of the page before."""
    pages = [page.strip().split("\n") for page in pdf_pages(printed(story))]
    for before, page in pairwise(pages):
        if "（签名" in page[0] and "____" in page[0]:
            assert "____" in before[-2], page
        assert "印章" not in page[0], page


@stories
def test_a_heading_stands_over_its_text(story):
    for page in pdf_pages(printed(story)):
        last = page.strip().split("\n")[-2]  # above the number of the page
        assert not re.fullmatch(r"[一二三四]、.{4,20}|.{4,20}：", last), page


@pytest.mark.parametrize("channel", ["administrative", "judicial"])
def test_organs_and_courts_have_papers_of_their_own(channel):
    text = pdf_text(printed(channel))
    assert not re.search("人民调解(?!调解卷宗)", text)
    assert "双流区住房和城乡建设局行调字第3号" in text or "双流区人民法院东升人民法庭司调字第3号" in text
    assert {"administrative": "具有民事合同性质", "judicial": "调解书经双方当事人签收后"}[channel] in text


def test_who_mediated_and_who_helped_is_named():
    text = pdf_text(printed("rich"))
    for part in ["冯调解（主持）、高调解", "人民调解员高调解（签名）", "受邀参加人王邻居（签名）",
                 "区医学会（社会组织，医疗损害）；已经各方当事人同意",
                 "补充记录：2026年3月16日，冯调解：第三项中的“十五日”应为“二十五日”。", "记录人高调解（签名）",
                 "各方责任：甲方承担百分之七十",
                 "履行方式：银行转账，收款方出具收条。履行时限：2026年4月30日前一次付清。"]:
        assert part in text, part


def test_the_opinion_of_a_panel_tells_who_gave_it():
    text = pdf_text(pdf.render([DESIGNS["panel"].draw(people.RICH, 6)]))
    for part in ["1陈律师侵权法律四川某律师事务所一级律师", "损失如何认定？", "专家罗工（签名）",
                 "双流区“大调解”协调中心（会诊组织单位印章）"]:
        assert part in text, part


def test_what_is_no_payment_is_witnessed():
    text = pdf_text(pdf.render([DESIGNS["receipt"].draw(people.NEIGHBOURS, 4)]))
    assert "履行证明张三丰已按〔2026〕棠湖社区人调字第12号调解协议履行下列事项：修复下水管。" in text


def test_fonts_are_embedded():
    found = fonts(printed("neighbours"))
    assert len(found) == 2
    assert all(found.values())


def test_word_names_the_typefaces_of_the_trade():
    xml = ZipFile(BytesIO(word.render(papers_of("neighbours")))).read("word/document.xml").decode()
    assert {"仿宋", "宋体", "黑体"} <= set(re.findall('w:eastAsia="([^"]+)"', xml))
    assert 'w:firstLineChars="200"' in xml


def test_an_agreement_has_what_the_law_asks_of_it():
    """People's Mediation Law art. 29."""
    text = pdf_text(printed("neighbours"))
    for part in ["〔2026〕棠湖社区人调字第12号", "张三丰，男，46岁，身份证号510199198001012016", "刘老根",
                 squeezed(people.FACTS),
                 "人民币贰佰元整（¥200.00）", "张三丰向刘老根支付赔偿款", "于2026年3月25日前履行", "一式3份",
                 "人民调解员冯调解（签名）", "（签名、盖章或按指印）", "棠湖社区人民调解委员会", "2026年3月20日"]:
        assert part in text, part


def test_who_ends_without_agreement_is_told_of_the_other_ways():
    text = pdf_text(printed("failed"))
    for way in ["仲裁", "行政机关", "人民法院提起诉讼", "第二十六条", "当事人拒绝调解"]:
        assert way in text


def test_the_rights_notice_names_all_rights_and_duties():
    text = pdf_text(printed("neighbours"))
    for right in ["选择或者接受人民调解员", "要求终止调解", "不公开进行", "自愿达成调解协议", "如实陈述纠纷事实",
                  "三十日内共同向人民法院"]:
        assert right in text


def test_agents_sign_and_are_named_with_whom_they_act_for():
    text = pdf_text(printed("with agent"))
    assert "委托代理人（张三丰）：张小丰" in text
    assert "委托代理人张小丰（签名、盖章或按指印）" in text
    assert "特别授权" in text
    assert "法定代表人或负责人欧阳·买买提江" in text


def test_every_party_of_many_has_a_place_to_sign():
    text = pdf_text(pdf.render([DESIGNS["agreement"].draw(people.CROWD, 1)]))
    signing = text.rpartition("一式21份")[2]
    assert all(party.name in signing for party in people.MANY)


@pytest.mark.parametrize("papers", [1, 3])
def test_two_sided_each_paper_begins_on_a_new_sheet(papers):
    one = Paper("一", (Title("一"), Para("正文。")))
    assert len(pdf_pages(pdf.render([one] * papers, two_sided=True))) == 2 * papers - 1
    assert len(pdf_pages(pdf.render([one] * papers))) == papers


def test_each_paper_counts_its_own_pages():
    long = Paper("长", (Title("长"), Para("正文很长。" * 400), Signatures(("当事人",))))
    pages = pdf_pages(pdf.render([long, long]))
    numbers = [tuple(re.search(r"第 ?(\d+) ?页\s*共 ?(\d+) ?页", page).groups()) for page in pages]
    half = len(pages) // 2
    assert half > 1
    assert numbers == [(str(at), str(half)) for at in range(1, half + 1)] * 2


def test_rare_characters_and_what_no_file_can_hold():
    odd = replace(people.ZHANG, name="张𠮷\x00\x0b\u200b龘😀")
    paper = DESIGNS["rights"].draw(replace(people.NEIGHBOURS, parties=(odd,)), 0)
    assert "张〓龘〓" in pdf_text(pdf.render([paper]))
    assert "张𠮷龘😀" in word_text(word.render([paper]))
