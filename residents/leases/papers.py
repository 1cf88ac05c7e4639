"""The certificate of registration as PDF, with a QR code that leads to where it can be checked.

It shows both sides with document and number, address, use, rent and term (商品房屋租赁管理办法 art. 17): in clear at
the counter for a stated purpose, masked for whoever takes it from the portal.
"""

from io import BytesIO

import segno
from django.utils.timezone import localdate
from django.utils.translation import override

from grids.models import Area
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Note, Paper, Seal, Title, label
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from .models import Lease, Party
from .rules import LIVED_IN, plain

WIDTHS = (34.0, 44.0, 34.0, 44.0)  # mm: four columns of the width of a page's text
QR = 26  # mm
NAME = "房屋租赁登记备案证明"


def certificate(lease: Lease, *, clear: bool, address: str) -> bytes:
    """The PDF. `address` is where the code leads, without the check code."""
    paper = draw(lease, clear=clear, address=address)
    made = pdf.document([paper])
    pdf.add(made, paper)
    code = BytesIO()
    segno.make(f"{address}{lease.check_code}/", error="m", micro=False).save(code, kind="png", scale=8, border=2)
    made.image(BytesIO(code.getvalue()), x=28, y=228, w=QR, h=QR)
    return bytes(made.output())


def draw(lease: Lease, *, clear: bool, address: str) -> Paper:
    """The layout; its text is Chinese, as the paper is."""
    whole = [_row("房屋坐落", lease.where), _row("出租部位", f"{_said(lease, 'space')} {lease.part}".strip())]
    parties = [_row(f"{'出租人' if party.role == Party.Role.LANDLORD else '承租人'}", _party(party, clear))
               for party in sorted(lease.parties.all(), key=lambda party: (party.role, party.pk)) if not party.left_on]
    numbers = [
        _pair("租赁用途", _said(lease, "use"), "租赁面积", f"{plain(lease.floor_area)} 平方米"),
        _pair("居住人数", f"{lease.people} 人" if lease.use in LIVED_IN else "—", "月租金", f"{lease.rent} 元"),
        _pair("租赁起始日", _day(lease.starts_on), "租赁终止日", _day(lease.ends_on)),
    ]
    return Paper(NAME, (
        Title(NAME, f"备案编号：{lease.certificate}（第 {lease.edition} 次出具）"),
        Table(WIDTHS, (*whole, *parties, *numbers)),
        Gap(2),
        Note("本证明按《商品房屋租赁管理办法》出具，办理不收取任何费用。租赁期限届满、租赁终止后本证明失效；变更、续租、终止的，"
             "当事人应当自事实发生之日起三十日内到原登记机构办理。"),
        Note(f"核验：扫描二维码，或打开 {address} 输入核验码 {lease.check_code}。"),
        Seal(f"{_county(lease)}房屋租赁登记备案机构", _day(localdate(lease.registered_at))),
    ), numbered=False)


def _said(lease: Lease, name: str) -> str:
    """The Chinese word of a choice, whatever language the clerk reads."""
    with override("zh-hans"):
        return str(getattr(lease, f"get_{name}_display")())


def _party(party: Party, clear: bool) -> str:
    with override("zh-hans"):
        document = party.get_document_display()
    name, number = (party.name, party.id_number) if clear else (party.masked_name, party.masked_id_number)
    return f"{name}　{document}　{number}"


def _county(lease: Lease) -> str:
    return Area.objects.filter(key=lease.county_key).values_list("name", flat=True).first() or ""


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _row(name: str, value: str) -> Row:
    return Row((label(name), Cell(value, 3)), 10)


def _pair(one: str, first: str, other: str, second: str) -> Row:
    return Row((label(one), Cell(first), label(other), Cell(second)), 10)
