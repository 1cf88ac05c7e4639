"""What the person gets on paper: the receipt, the letter of the answer, the copy. Their text is Chinese, as papers
are."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import override

from grids.keys import truncate
from grids.models import Area
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Block, Heading, Note, Paper, Para, Seal, Title, facts, label
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from . import registry
from .collecting import Collected
from .models import SubjectFinding, SubjectRequest
from .states import State

FOUR = (34.0, 44.0, 34.0, 44.0)  # mm: columns of the width of a page's text
TWO = (46.0, 110.0)
LOOKED = (32.0, 34.0, 22.0, 38.0, 30.0)
GIVEN = (36.0, 60.0, 60.0)
PATH = "/public/privacy/requests/"  # the page lies above, in hotline/portal
WHERE_TO_COMPLAIN = (
    "对本答复不服的，可以向本平台的个人信息保护负责人投诉（在公众门户凭申请编号和查询码提出），也可以向{county}网信部门"
    "（履行个人信息保护职责的部门）投诉、举报，或者依法向人民法院提起诉讼（《中华人民共和国个人信息保护法》第五十条、"
    "第六十五条）。办理不收取任何费用。")


def address(request) -> str:
    """Where the person follows the request, as the outside reaches us."""
    return settings.PUBLIC_URL + PATH if settings.PUBLIC_URL else request.build_absolute_uri(PATH)


def receipt(request: SubjectRequest, *, address: str) -> bytes:
    """With number and code: it goes into the hands of whoever asked, and nowhere else."""
    name = "个人信息权利申请受理回执"
    with override(settings.LANGUAGE_CODE):
        rows = (facts(("申请编号", request.number), ("查询码", request.code)),
                facts(("申请事项", str(request.get_kind_display())), ("受理日期", _day(localdate(request.at)))),
                facts(("申请人", request.masked_name or "—"), ("提出方式", str(request.get_channel_display()))),
                facts(("答复期限", _day(localdate(request.due_at)) if request.due_at else "—"),
                      ("办理状态", str(request.get_state_display()))))
    return pdf.render([Paper(name, (
        Title(name, f"编号：{request.number}"), Table(FOUR, rows), Gap(2),
        Note(f"查询办理情况、撤回申请、投诉或者下载副本：打开 {address} ，输入申请编号和查询码。"
             "下载副本另需窗口交给您本人的一次性口令。请妥善保管本回执：知道编号和查询码的人可以看到办理情况。"),
        Note("在核实您的身份之前，不会提供、更正或者删除任何个人信息。办理期限为十五个工作日；情况复杂的可以延长一次，并会告诉您原因。"),
        Seal(_county(request), _day(localdate(request.at)))), numbered=False)])


def letter(request: SubjectRequest, findings: list[SubjectFinding]) -> bytes:
    """The answer in writing; a refusal with its ground, and where to complain. `findings` are those that whoever prints
    it may know of."""
    is_refused = request.state == State.REFUSED
    name = "个人信息权利申请不予办理通知书" if is_refused else "个人信息权利申请答复书"
    with override(settings.LANGUAGE_CODE):
        kind = str(request.get_kind_display())
        lines = [(str(registry.get(one.holder).label), str(one.get_verdict_display()),
                  " ".join(filter(None, [str(one.get_ground_display()), one.note]))) for one in findings if one.verdict]
        ground = str(request.get_ground_display())
    whom = request.masked_name or "申请人"
    blocks: list[Block] = [
        Title(name, f"编号：{request.number}"), Para(f"{whom}：", indent=False),
        Para(f"你于{_day(localdate(request.at))}提出的“{kind}”申请收悉。" + (
            "经研究，决定不予办理。" if is_refused else "现答复如下。"))]
    if is_refused:
        blocks += [Para(f"理由：{request.reason}"), Para(f"依据：{ground}")]
    elif request.answer:
        blocks.append(Para(request.answer))
    if lines and not is_refused:
        head = Row((label("信息类别"), label("决定"), label("未予办理的理由")), 9)
        blocks.append(Table((50.0, 26.0, 80.0), (head, *(Row(tuple(map(Cell, line)), 9) for line in lines)), head=1))
    ended = localdate(request.ended_at) if request.ended_at else localdate(request.decided_at)
    blocks += [Gap(2), Note(WHERE_TO_COMPLAIN.format(county=_county(request))), Seal(_county(request), _day(ended))]
    return pdf.render([Paper(name, tuple(blocks), numbered=False)])


def copy(collected: Collected, *, at: datetime) -> bytes:
    """The copy, to be read."""
    name = "个人信息副本"
    blocks: list[Block] = [
        Title(name, f"申请编号：{collected.number}"), Para(f"{collected.name or '申请人'}：", indent=False),
        Para(f"以下是截至{_day(localdate(at))}本平台保存的与你有关的个人信息，以及谁查看过、提供给过谁。发现有误的，可以申请更正。")]
    for section in collected.sections:
        blocks += [Heading(section.label), *_section(section)]
    if not collected.sections:
        blocks.append(Para("没有查到与你有关的个人信息。"))
    if collected.left_out:
        blocks += [Heading("未提供的信息"), Table(TWO, tuple(_row(*line) for line in collected.left_out))]
    blocks.append(Heading("谁查看过你的信息"))
    blocks.append(_table(LOOKED, ("时间", "单位", "岗位", "查看内容", "用途"), collected.looked) if collected.looked
                  else Para("没有查看记录。"))
    blocks.append(Heading("提供给谁"))
    blocks.append(_table(GIVEN, ("时间", "接收方", "用途"), collected.given) if collected.given
                  else Para("没有向其他单位导出的记录。"))
    return pdf.render([Paper(name, tuple(blocks))])


def _section(section) -> Iterator[Block]:
    if section.rules:
        yield Note("　".join(f"{name}：{value}" for name, value in section.rules))
    for record in section.records:
        rows = [Row((Cell(record.title, 2, label=True),), 8), *(_row(*fact) for fact in record.facts),
                *(_row("同意记录", agreed) for agreed in record.agreed)]
        yield Table(TWO, tuple(rows), head=1)
        yield Gap(2)


def _row(name: str, value: str) -> Row:
    return Row((label(name), Cell(value)), 8)


def _table(columns, headings, rows) -> Table:
    return Table(columns, (Row(tuple(map(label, headings)), 8), *(Row(tuple(map(Cell, row)), 8) for row in rows)),
                 head=1)


def _county(request: SubjectRequest) -> str:
    return Area.objects.filter(key=truncate(request.area_key, "county")).values_list("name", flat=True).first() or ""


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
