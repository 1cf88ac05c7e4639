"""The telephones of the hotline: the calls of the last weeks out of which tickets came, those of today that nobody
answered, and who sits there now."""

from datetime import timedelta

from hotline.desk.models import AgentShift, Call
from hotline.models import Channel, Ticket
from shuangliu.pages.forms import day_start

from .moments import DAY, HOUR, between
from .world import World

WEEKS = 28 * DAY
DIALLED = "83721000"
MISSED = 0.05  # one of so many gives up
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
TALKING, PAUSED = 2, 1  # of the agents; the account of the tour begins its shift itself


def load(world: World) -> int:
    """Write them; returns how many calls."""
    calls, of = [], {}
    tickets = (Ticket.objects.filter(channel=Channel.PHONE, received_at__gte=world.at - WEEKS)
               .select_related("caller", "taken_by").order_by("received_at"))
    for ticket in tickets:
        call = _answered(world, ticket)
        of[call.call_id] = ticket
        calls.append(call)
    calls += [_missed(world, call) for call in calls if world.hotline.random() < MISSED]
    calls += _seats(world)
    calls.sort(key=lambda call: call.rang_at)
    Call.objects.bulk_create(calls, batch_size=500)
    through = Call.tickets.through
    through.objects.bulk_create([through(call=call, ticket=of[call.call_id]) for call in calls if call.call_id in of])
    return len(calls)


def _answered(world: World, ticket: Ticket) -> Call:
    """The form was sent while the caller was on the line, or a moment after."""
    random = world.hotline
    answered = ticket.received_at - random.randint(70, 280) * SECOND
    rang = answered - random.randint(3, 22) * SECOND
    ended = min(world.at, ticket.received_at + random.randint(-15, 40) * SECOND)
    return _call(world, f"t{ticket.pk}", rang, phone=ticket.caller.phone if ticket.caller else "",
                 agent=ticket.taken_by, state=Call.State.ENDED, answered_at=answered, ended_at=ended)


def _missed(world: World, other: Call) -> Call:
    """Somebody gave up about when that other one rang."""
    rang = between(world.hotline, max(other.rang_at - 5 * MINUTE, day_start(world.today - 27 * DAY)), other.rang_at)
    return _call(world, f"m{other.call_id}", rang, phone=f"13800138{world.hotline.randrange(900):03d}",
                 state=Call.State.MISSED, ended_at=rang + world.hotline.randint(18, 75) * SECOND)


def _seats(world: World) -> list[Call]:
    """Who is on shift, one of them in a pause; and the talks of two others."""
    agents = sorted((user for name, user in world.users.items() if name.startswith("agent-")),
                    key=lambda user: user.username)
    began = max(day_start(world.today), world.at - 3 * HOUR)
    AgentShift.objects.bulk_create([
        AgentShift(agent=agent, area_key=world.county.key, began_at=began + number * MINUTE,
                   paused_at=world.at - 8 * MINUTE if number < PAUSED else None, rested=15 * MINUTE)
        for number, agent in enumerate(agents)])
    return [_call(world, f"now{number}", world.at - (2 + number) * MINUTE, agent=agent, state=Call.State.ANSWERED,
                  phone=f"13800138{world.hotline.randrange(900):03d}",
                  answered_at=world.at - (2 + number) * MINUTE + 6 * SECOND)
            for number, agent in enumerate(agents[PAUSED:PAUSED + TALKING])]


def _call(world: World, name: str, rang, *, phone: str, **more) -> Call:
    return Call(call_id=f"demo-{name}", dialled=DIALLED, phone=phone,
                area_key=world.county.key, rang_at=rang, **more)
