"""The report as a Word file, in the layout that all papers of the county have."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localtime

from shuangliu.typesetting import word
from shuangliu.typesetting.layout import WIDTH, Cell, Heading, Note, Paper, Para, Row, Seal, Table, Title, label

from .drafting import number
from .few import LEAST
from .models import AnalysisReport

NOTE = ("说明：数据为群众通过热线、门户网站等自行反映的诉求，不含任何个人信息；"
        f"少于{LEAST}件的数据及可推算出该数据的项目不予列示。")


def paper(report: AnalysisReport) -> Paper:
    blocks = [Title(report.title), Heading("一、总体情况"), *_paragraphs(report.findings),
              Heading("二、类别分布"), _table("类别", report.figures["topics"]),
              Heading("三、区域分布"), _table("区域", report.figures["places"])]
    if report.advice:
        blocks += [Heading("四、工作建议"), *_paragraphs(report.advice)]
    last = report.issued_at or report.signed_at or report.drafted_at
    blocks += [Note(NOTE), *signatures(report), Seal("", _day(last))]
    return Paper(report.title, tuple(blocks))


def signatures(report: AnalysisReport) -> list[Note]:
    """Who stands by it, as far as somebody does."""
    signed = [("热线签发", report.signed_by, report.signed_at), ("县级审定", report.issued_by, report.issued_at)]
    return [Note(f"{what}：{who} {_day(at)}") for what, who, at in signed if at] or [Note("草稿，未签发。")]


def file(report: AnalysisReport) -> bytes:
    return word.render([paper(report)])


def _paragraphs(text: str) -> Iterator[Para]:
    return (Para(line.strip()) for line in text.splitlines() if line.strip())


def _table(what: str, rows: list[list]) -> Table:
    head = Row((label(what), label("本期（件）"), label("上期（件）")))
    lines = [Row((Cell(name), Cell(number(now)), Cell(number(before) or "—")))
             for _code, name, now, before in rows]
    return Table((WIDTH - 60, 30, 30), (head, *lines))


def _day(at: datetime) -> str:
    on = localtime(at)
    return f"{on.year}年{on.month}月{on.day}日"
