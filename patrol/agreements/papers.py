"""The agreement as a paper of A4, to be signed by the four."""

from decimal import Decimal

from django.utils.translation import override

from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Heading, Note, Paper, Para, Signatures, Title, label
from shuangliu.typesetting.parts import Cell, Row, Table

from .models import FourPartyAgreement
from .terms import Every, Loss, Side

NAME = "治安防范四方合作协议"
WIDTHS = (34.0, 44.0, 34.0, 44.0)  # mm: four columns of the width of a page's text
PROMISES = (
    "1. 参保户财产被盗或者被损坏的，凭公安机关受案回执向丁方报案，丁方按保险条款查勘、赔付，"
    "并将报案号、损失类别和赔付金额告知甲方登记。登记不记载报案人、嫌疑人的姓名和住址。",
    "2. 巡逻、守望人员只提示、劝告和报告，不得盘查、搜查他人，不得限制他人人身自由；"
    "发现正在发生的违法犯罪，立即拨打 110。",
    "3. 任何一方不履行义务的，其他方可以书面催告；催告后仍不履行的，可以提前终止协议并说明理由。",
    "4. 协议期满前三十日，甲方召集各方商定续签。",
)
DUTIES = (30.0, 78.0, 24.0, 24.0)
TITLES = {Side.VILLAGE: "甲方（村、社区）", Side.POLICE: "乙方（社区民警）", Side.RESIDENTS: "丙方（居民代表）",
          Side.INSURER: "丁方（保险公司）"}


def agreement(found: FourPartyAgreement) -> bytes:
    paper = draw(found)
    made = pdf.document([paper])
    pdf.add(made, paper)
    return bytes(made.output())


def draw(found: FourPartyAgreement) -> Paper:
    """The layout; its text is Chinese, as the paper is. Who signed stands on the signed sheet and its scan alone."""
    return Paper(NAME, (
        Title(NAME, f"编号：{found.number}"),
        Para(f"为加强{found.area.name}治安防范，减少入室盗窃和小偷小摸给群众造成的损失，{_sides()}经协商一致，订立本协议。"),
        Heading("一、参保范围与保险"),
        Table(WIDTHS, (
            _row("实施范围", found.where), _row("承保公司", found.insurer),
            _pair("现有户数", f"{found.households} 户", "参保户数", f"{found.covered} 户"),
            _pair("保险费合计", _yuan(found.premium), "其中财政补助", _yuan(found.subsidy)),
            _pair("巡防补助", _yuan(found.fund), "每户保额", _yuan(found.cover)),
            _row("承保财产", "、".join(_said(Loss(one)) for one in found.insures)),
            _row("协议期限", f"自 {_day(found.starts_on)} 起至 {_day(found.ends_on)} 止"),
            _row("保险单号", found.policy or "（生效时填写）"),
        )),
        Heading("二、各方义务"),
        Table(DUTIES, (
            Row((label("责任方"), label("义务"), label("频次"), label("每次工时")), 8),
            *(Row((Cell(_said(Side(duty.side))), Cell(duty.text), Cell(_said(Every(duty.every)), align="center"),
                   Cell(f"{duty.hours.normalize():f} 小时" if duty.hours else "—", align="center")), 8)
              for duty in sorted(found.duties.all(), key=lambda duty: (list(Side).index(duty.side), duty.pk))),
        ), head=1),
        Heading("三、约定"),
        Para("\n".join(PROMISES)),
        Note("签字页扫描后由社区工作站登记保管；签字人姓名加密保存，协议终止满三年后删除。"),
        Signatures(tuple(f"{title}签字" for title in TITLES.values()), "　　　年　　月　　日"),
    ))


def _sides() -> str:
    return "、".join(TITLES.values())


def _said(choice) -> str:
    """The Chinese word of a choice, whatever language the clerk reads."""
    with override("zh-hans"):
        return str(choice.label)


def _yuan(amount: Decimal) -> str:
    return f"{amount:,.2f} 元"


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _row(name: str, value: str) -> Row:
    return Row((label(name), Cell(value, 3)), 9)


def _pair(one: str, first: str, other: str, second: str) -> Row:
    return Row((label(one), Cell(first), label(other), Cell(second)), 9)
