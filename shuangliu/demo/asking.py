"""What offices ask of each other about incidents of these days: at each desk of the tour something to decide, to
answer, to come to or to look at (domain.md §5.1.2, §5.1.3)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from grids.models import Department, Level
from grids.roles import Role
from incidents.demands import answering, opening
from incidents.demands.states import Sort
from incidents.models import Demand, Incident
from incidents.states import State

from . import accounts
from .current_incidents import Wish, fulfil
from .moments import HOUR
from .play import sweep
from .world import World

MINUTE = timedelta(minutes=1)


def load(world: World) -> int:
    """Ask, and answer some of it; returns how many demands there are."""
    fulfil(world, wishes(world))
    for ask in (extensions, supervisions, whistles, tasks):
        ask(world)
    sweep(world.at)
    return Demand.objects.count()


def wishes(world: World) -> Iterator[Wish]:
    """Incidents at the desks of the tour that nothing else is told about."""
    community = accounts.home(world)[Level.COMMUNITY]
    for tier in (2, 3, 3):
        yield Wish(State.IN_PROGRESS, where=community, tier=tier, department=accounts.URBAN_MANAGEMENT)
    for _ in range(2):
        yield Wish(State.ACCEPTED, where=community, tier=3, department=accounts.URBAN_MANAGEMENT)


def extensions(world: World) -> None:
    """延期申请: the handler's goes to the county, the workstation's to the sub-centre."""
    for username, amount, reason in (("handler", 3, "清运车辆须跨街道调配，预计三个工作日内完成。"),
                                     ("station", 2, "需与产权单位协商拆除，现场已设警示。")):
        who = world.users[username]
        if incident := _untouched(state=State.IN_PROGRESS, handler=who, due_at__gt=world.at):
            opening.ask_extension(incident, by=who, at=_next(world, incident), amount=amount, reason=reason)


def supervisions(world: World) -> None:
    """督办: one that the handler has answered, and one that waits for the workstation."""
    county, handler, station = (world.users[name] for name in ("county", "handler", "station"))
    if incident := _untouched(state__in=(State.IN_PROGRESS, State.REWORK), handler=handler):
        said = opening.supervise(incident, by=county, at=_next(world, incident), sort=Sort.IMPORTANT,
                                 text="群众多次反映，请说明整改进度并限期办结。")
        answering.take(said, by=handler, at=_next(world, incident))
        answering.progress(said, by=handler, at=_next(world, incident), note="已安排清运队伍，今日夜间作业。")
        answering.answer(said, by=handler, at=_next(world, incident), reply="已清运三车，余下明日上午完成。")
    if incident := _untouched(state__in=(State.IN_PROGRESS, State.REWORK), handler=station, due_at__lt=world.at):
        opening.supervise(incident, by=county, at=_next(world, incident), sort=Sort.LEADER,
                          text="区领导批示件，请工作站专人负责，按期书面答复。")


def whistles(world: World) -> None:
    """吹哨报到: a call of the sub-centre that one office follows and another has to answer, one that is rated next,
    and one of the workstation on its way through the sub-centre."""
    subcenter, station, handler = (world.users[name] for name in ("subcenter", "station", "handler"))
    home = accounts.home(world)
    town, ours = home[Level.TOWN], {"state": State.ACCEPTED, "case": None, "community_key": home[Level.COMMUNITY].key}
    crew, police = _office(town, accounts.URBAN_MANAGEMENT), _office(town, "police")
    officer = world.one(Role.DEPT_HANDLER, police)
    if incident := _untouched(**ours, tier=3):
        _crew, for_police = opening.whistle(
            incident, by=subcenter, at=_next(world, incident), departments=[crew, police], sort=Sort.JOINT,
            text="请到现场联合执法，权属不清，需当场认定责任单位。")
        answering.take(for_police, by=officer, at=_next(world, incident), note="民警已出发。")
        answering.arrive(for_police, by=officer, at=_next(world, incident))
    if incident := _untouched(**ours, tier=3):
        [call] = opening.whistle(incident, by=subcenter, at=_next(world, incident), departments=[crew],
                                 sort=Sort.HARD, text="两个社区交界处，请到场明确由谁清理。")
        answering.take(call, by=handler, at=_next(world, incident), note="半小时内到场。")
        answering.answer(call, by=handler, at=_next(world, incident), reply="已到场认定，由我队统一清理。")
    if incident := _untouched(**ours, tier=2):
        opening.whistle(incident, by=station, at=_next(world, incident), departments=[crew], sort=Sort.JOINT,
                        text="劝导三次无效，请执法队到场。")


def tasks(world: World) -> None:
    """协同任务: a part of another department's work for urban management."""
    others = {"state": State.IN_PROGRESS, "tier": 4, "department__isnull": False}
    for incident in _open(**others).exclude(department__code=accounts.URBAN_MANAGEMENT)[:1]:
        opening.give_task(incident, by=incident.handler, at=_next(world, incident),
                          department=world.departments[accounts.URBAN_MANAGEMENT], text="请协助拆除占道围挡。")


def _open(**wanted):
    return Incident.objects.filter(demands=None, **wanted).order_by("id")


def _untouched(**wanted) -> Incident | None:
    """The first such incident of which nothing has been asked."""
    return _open(**wanted).first()


def _next(world: World, incident: Incident) -> datetime:
    """The moment of the next act: some minutes after the last, within the last hours, never ahead of now."""
    return min(world.at, max(incident.moves.latest("id").at + 7 * MINUTE, world.at - HOUR))


def _office(town, code: str) -> Department:
    return Department.objects.get(area=town, code__endswith=f"-{code}")
