"""The figures of the hotline: measures counted from the rows, and rates over them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Comparison, Headline, Trend, section

from .measures import TALLIES, Tally
from .models import Ticket

LIST = "hotline:ticket-list"

LABELS = {
    "ticket.received": _("Tickets received"),
    "ticket.concern": _("Tickets with a concern"),
    "ticket.direct": _("Answered at the hotline itself"),
    "ticket.due": _("Replies due"),
    "ticket.on_time": _("Replied in time"),
    "ticket.late": _("Replies overdue"),
    "ticket.settled": _("Tickets closed"),
    "ticket.at_once": _("Closed without being done again"),
    "ticket.judged": _("Said what they think of it"),
    "ticket.satisfied": _("Callers satisfied or basically satisfied"),
}


def _recompute(tally: Tally, start, end, dimension=""):
    item = f"{dimension}_id" if dimension else ""
    return by_day(Ticket.objects.filter(tally.rows), tally.moment, start, end, item=item)


for _tally in TALLIES:
    measure(_tally.name, LABELS[_tally.name], by=_tally.by,
            drill=Drill(LIST, query={"tab": "all", "count": _tally.name}))(partial(_recompute, _tally))

indicator("ticket_on_time", _("On-time reply rate"), numerator="ticket.on_time", denominator="ticket.due",
          note=_("replied within the limit ÷ due to be replied to, by the day on which the first reply was due"),
          source="domain.md §4.9, §5.3")
indicator("ticket_satisfaction", _("Callers' satisfaction rate"), numerator="ticket.satisfied",
          denominator="ticket.judged", note=_("(satisfied + basically satisfied) ÷ said what they think, by that day"),
          source="domain.md §5.3")
indicator("ticket_direct", _("Direct-answer rate"), numerator="ticket.direct", denominator="ticket.concern",
          note=_("answered at the hotline itself ÷ received with a concern, by the day of receipt"),
          source="domain.md §4.9")
indicator("ticket_at_once", _("First-time settlement rate"), numerator="ticket.at_once", denominator="ticket.settled",
          note=_("closed without being done again ÷ closed, by the day of closing"), source="domain.md §4.9")

section(Headline("tickets", _("The hotline"), order=30,
                 figures=("ticket_on_time", "ticket_satisfaction", "ticket_direct", "ticket_at_once",
                          "ticket.received", "ticket.late")))
section(Comparison("ticket-areas", _("Hotline by area"), order=31,
                   figures=("ticket_on_time", "ticket.late", "ticket.received", "ticket_satisfaction"),
                   bars=("ticket.on_time", "ticket.late")))
section(Trend("ticket-months", _("Hotline by month"), order=32,
              figures=("ticket.received", "ticket.settled", "ticket.late")))
