"""The certificate of hours as PDF, with a QR code that leads to where it can be checked (志愿服务条例 art. 19;
志愿服务记录与证明出具办法)."""

from io import BytesIO

import segno
from django.utils.timezone import localdate

from grids.models import Area
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Note, Paper, Para, Seal, Title, label
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from .models import Certificate

WIDTHS = (34.0, 44.0, 34.0, 44.0)  # mm: four columns of the width of a page's text
QR = 26  # mm
NAME = "志愿服务记录证明"


def certificate(made: Certificate, *, address: str) -> bytes:
    """The PDF. `address` is where the code leads, without the check code."""
    paper = draw(made, address=address)
    document = pdf.document([paper])
    pdf.add(document, paper)
    code = BytesIO()
    segno.make(f"{address}{made.check_code}/", error="m", micro=False).save(code, kind="png", scale=8, border=2)
    document.image(BytesIO(code.getvalue()), x=28, y=228, w=QR, h=QR)
    return bytes(document.output())


def draw(made: Certificate, *, address: str) -> Paper:
    """The layout; its text is Chinese, as the paper is. The name in full, for it is theirs; the number masked."""
    volunteer = made.volunteer
    community = volunteer.area
    rows = (
        _pair("姓　　名", volunteer.name, "志愿者编号", volunteer.number),
        _pair("证件号码", volunteer.masked_id_number, "所属组织", f"{community.name}红袖套志愿服务队"),
        _pair("服务起始日", _day(made.since), "服务截止日", _day(made.until)),
        _pair("服务次数", f"{made.times} 次", "服务时长", f"{_plain(made.hours)} 小时"),
    )
    return Paper(NAME, (
        Title(NAME, f"证明编号：{made.number}"),
        Para("兹证明下列志愿者在所属组织参加平安巡防志愿服务，服务时长由带队人员逐次核实，情况属实。"),
        Gap(2),
        Table(WIDTHS, rows),
        Gap(2),
        Note("本证明按《志愿服务条例》第十九条无偿、如实出具。志愿者不具有执法权。"),
        Note(f"核验：扫描二维码，或打开 {address} 输入核验码 {made.check_code}。"),
        Seal(f"{_county(made)}{community.name}", _day(localdate(made.issued_at))),
    ), numbered=False)


def _county(made: Certificate) -> str:
    return Area.objects.filter(key=made.volunteer.county_key).values_list("name", flat=True).first() or ""


def _plain(number) -> str:
    return f"{number:f}".rstrip("0").rstrip(".")


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _pair(one: str, first: str, other: str, second: str) -> Row:
    return Row((label(one), Cell(first), label(other), Cell(second)), 10)
