"""逾期通报 as a paper: which office owes an answer since when. It names an office and a ticket, no person and no caller
(domain.md §4.9)."""

from django.conf import settings
from django.utils.timezone import localtime

from grids.models import Area, Level
from incidents.models import Category
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import WIDTH, Cell, Line, Note, Paper, Para, Row, Seal, Table, Title, label

from .models import Ticket, TicketMove
from .states import Act

TITLE = "关于热线工单逾期未答复的通报"
BELOW = {2: {Level.GRID}, 3: {Level.GRID, Level.COMMUNITY}, 4: {Level.GRID, Level.COMMUNITY, Level.TOWN}}
NOTE = "说明：本通报只列承办单位和工单，不含来电人信息；不作为对个人的考核依据。"


def named_in(ticket: Ticket) -> TicketMove | None:
    """The last time that its office was named; None for an office that was not."""
    return ticket.moves.filter(act=Act.CRITICISE).last()


def paper(ticket: Ticket, named: TicketMove) -> Paper:
    office, county = office_of(ticket), Area.objects.get(key=ticket.county_key, level=Level.COUNTY)
    urged = ticket.moves.filter(act=Act.URGE, pk__lt=named.pk).last()
    kind = ticket.category.name if ticket.category else ticket.get_kind_display()
    told = f"，{_day(urged.at)}已催办" if urged else ""
    facts = [("工单编号", ticket.number), ("事项类别", kind), ("受理时间", _moment(ticket.received_at)),
             ("派单时间", _moment(ticket.dispatched_at)), ("答复期限", _moment(ticket.reply_due_at)),
             ("催办时间", _moment(urged and urged.at)), ("通报时间", _moment(named.at))]
    rows = tuple(Row((label(name), Cell(value))) for name, value in facts)
    return Paper(TITLE, (
        Title(TITLE), Line(f"{office}："),
        Para(f"群众通过热线反映的{ticket.number}号诉求（{kind}），{_day(ticket.dispatched_at)}转你单位办理，应于"
             f"{_day(ticket.reply_due_at)}前答复来电人{told}。至{_day(named.at)}，仍未收到答复，现予通报。"),
        Para("请接到本通报后立即办理并答复；确需延长时限的，请按规定申请，并说明理由。"),
        Table((40, WIDTH - 40), rows), Note(NOTE),
        Seal(f"{county.name}热线（{settings.HOTLINE_NUMBER}）", _day(named.at))))


def file(ticket: Ticket, named: TicketMove) -> bytes:
    return pdf.render([paper(ticket, named)])


def office_of(ticket: Ticket) -> str:
    """Who has it now; after it came back, nobody in particular."""
    if ticket.case:
        return str(ticket.case.center or ticket.case.org or "承办单位")
    incident = ticket.goes_on_in
    if incident is None:
        return "承办单位"
    return str(incident.department or f"{_area_of(ticket, incident.tier)}{Category.Tier(incident.tier).label}")


def _area_of(ticket: Ticket, tier: int) -> str:
    """The community, town or county whose desk of this tier it is."""
    area = ticket.area
    while area.parent and area.level in BELOW.get(tier, ()):
        area = area.parent
    return area.name


def _day(at) -> str:
    on = localtime(at)
    return f"{on.year}年{on.month}月{on.day}日"


def _moment(at) -> str:
    return localtime(at).strftime("%Y-%m-%d %H:%M") if at else "—"
