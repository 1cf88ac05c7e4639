"""The mediation network (domain.md §2 no. 13-19): 18 centres, 236 organisations, 148 windows, 105 screening
points, 835 mediators. How the 105 organisations beyond the 131 of the communities are made up is our choice."""

from collections.abc import Iterator
from itertools import cycle, islice

from grids.models import Area, Level
from grids.roles import MEDIATORS
from mediation.models import DisputeCategory, MediationCenter, MediationOrg, MediationWindow, Mediator, ScreeningPoint
from shuangliu.accounts.models import User

from . import accounts
from .world import World

# name, code of the dispute category it is for
SPECIALISED = [("道路交通事故", "0503"), ("劳动人事争议", "07"), ("农村土地流转", "0901"), ("环境污染", "0504"),
               ("物业管理", "0402")]  # fmt: skip
FEWEST, MOST = 3, 9  # members of a committee (People's Mediation Law art. 8)
MEDIATORS_IN_ALL = 835
PER_COMMITTEE_IN_TINY = 4
# kind, how many, how many at the tiny scale, name
UNITS = [
    (MediationOrg.Place.RESETTLEMENT_ESTATE, 38, 2, "{}集中居住区"),
    (MediationOrg.Place.ENTERPRISE, 30, 1, "{}商贸市场"),
    (MediationOrg.Place.UNIVERSITY, 6, 1, "{}高校片区"),
]
POINTS_OF_COMMUNITIES = {False: 31, True: 2}  # is the scale tiny: screening points beyond those units
POINT_NAMES = ["{}农贸市场", "{}建设工地", "{}物业小区", "{}劳务市场", "{}拆迁安置点"]
SKILLS = ["婚姻家庭", "邻里关系", "物业服务", "劳动争议", "交通事故", "土地承包", "征地拆迁", "合同与债务", "环境污染"]


def load_centers(world: World) -> int:
    """The county's centre, one a town, and those of the specialised committees."""
    county = [MediationCenter(name=f"{world.county.name}“大调解”协调中心", area=world.county, kind="county")]
    towns = [MediationCenter(name=f"{town.name}“大调解”协调中心", area=town, kind="town") for town in world.towns]
    specialised = [
        MediationCenter(name=f"{world.county.name}{field}纠纷调解中心", area=world.county, kind="specialised")
        for field, _ in SPECIALISED
    ]
    return len(MediationCenter.objects.bulk_create([*county, *towns, *specialised]))


def load_orgs(world: World) -> int:
    """Committees of communities, towns, units and trades; the mediation rooms of police stations and the court."""
    centers = {center.area_id: center for center in MediationCenter.objects.exclude(kind="specialised")}
    specialised = MediationCenter.objects.filter(kind="specialised").order_by("id")
    categories = DisputeCategory.objects.in_bulk(field_name="code")
    place, kind, county = MediationOrg.Place, MediationOrg.Kind, world.county
    orgs = [_org(world, f"{area.name}人民调解委员会", area, centers[area.parent_id], place.COMMUNITY)
            for area in world.communities]
    for town in world.towns:
        center = centers[town.pk]
        orgs.append(_org(world, f"{town.name}人民调解委员会", town, center, place.TOWN))
        orgs.append(_org(world, f"{town.name}派出所治安调解室", town, center, place.TOWN, kind.ADMINISTRATIVE))
    orgs.append(_org(world, f"{county.name}联合人民调解委员会", county, centers[county.pk], place.COUNTY))
    orgs.append(_org(world, f"{county.name}人民法院诉前调解室", county, centers[county.pk], place.COUNTY,
                     kind.JUDICIAL))
    for (field, code), center in zip(SPECIALISED, specialised, strict=True):
        orgs.append(_org(world, f"{county.name}{field}人民调解委员会", county, center, place.SPECIALISED,
                         specialty=categories[code]))
    for where, many, few, name in UNITS:
        for area in _spread(world, few if world.is_tiny else many):
            orgs.append(_org(world, f"{name.format(area.name)}人民调解委员会", area, centers[area.parent_id], where))
    return len(MediationOrg.objects.bulk_create(orgs))


def load_windows(world: World) -> int:
    """A counter at each community's committee, each town's centre and each specialised one."""
    windows = [MediationWindow(name=f"{org.area.name}调解窗口", area=org.area, org=org)
               for org in MediationOrg.objects.filter(place="community").select_related("area")]
    windows += [MediationWindow(name=f"{center.name}窗口", area=center.area, center=center)
                for center in MediationCenter.objects.exclude(kind="county").select_related("area")]
    return len(MediationWindow.objects.bulk_create(windows))


def load_points(world: World) -> int:
    """The estates, markets and campuses that have a committee, and some places screened by a community's."""
    units = MediationOrg.objects.filter(place__in=[where for where, *_ in UNITS]).select_related("area").order_by("id")
    points = [ScreeningPoint(name=org.name.removesuffix("人民调解委员会"), area=org.area, org=org) for org in units]
    committees = {org.area_id: org for org in MediationOrg.objects.filter(place="community")}
    communities = list(reversed(world.communities))[: POINTS_OF_COMMUNITIES[world.is_tiny]]
    home = accounts.home(world)[Level.COMMUNITY]
    if home not in communities and home not in [point.area for point in points]:
        communities[-1] = home  # worker and workstation of the tour have one to screen
    points += [ScreeningPoint(name=name.format(area.name), area=area, org=committees[area.pk])
               for area, name in zip(communities, cycle(POINT_NAMES), strict=False)]
    return len(ScreeningPoint.objects.bulk_create(points))


def load_mediators(world: World) -> int:
    """Three to nine in each organisation, a woman among them; those with a mediator's post come first."""
    orgs = list(MediationOrg.objects.select_related("area").order_by("id"))
    in_all = PER_COMMITTEE_IN_TINY * len(orgs) if world.is_tiny else MEDIATORS_IN_ALL
    mediators = []
    for org, size in zip(orgs, _sizes(world, orgs, in_all), strict=True):
        accounts = _accounts(world, org)
        mediators += [_mediator(world, org, user.name, user) for user in accounts]
        mediators += [_mediator(world, org, world.people.name(is_woman=n == 0 or world.random.random() < 0.4))
                      for n in range(size - len(accounts))]
    return len(Mediator.objects.bulk_create(mediators))


def _org(world: World, name: str, area: Area, center: MediationCenter, place: str, kind: str = "people",
         specialty: DisputeCategory | None = None) -> MediationOrg:
    return MediationOrg(name=name, area=area, center=center, place=place, kind=kind, specialty=specialty)


def _spread(world: World, count: int) -> Iterator[Area]:
    """So many communities, evenly over the county."""
    communities = world.communities
    return (communities[n * len(communities) // count] for n in range(count))


def _sizes(world: World, orgs: list[MediationOrg], in_all: int) -> list[int]:
    """How many members each organisation has: three, then one more in turn, the wider ones first."""
    sizes = [FEWEST] * len(orgs)
    wide = [n for n, org in enumerate(orgs) if org.place in {"county", "town", "specialised"}]
    others = world.random.sample([n for n in range(len(orgs)) if n not in wide], len(orgs) - len(wide))
    turns = islice(cycle([*wide, *wide, *others]), in_all - sum(sizes))
    for n in turns:
        sizes[n] = min(sizes[n] + 1, MOST)
    return sizes


def _accounts(world: World, org: MediationOrg) -> list[User]:
    """Who of a town's or the county's general committee signs in."""
    if org.kind != MediationOrg.Kind.PEOPLE or org.place not in {"town", "county"}:
        return []
    return [user for role in sorted(MEDIATORS) for user in world.staff[role, org.area.code]]


def _mediator(world: World, org: MediationOrg, name: str, user: User | None = None) -> Mediator:
    rank = Mediator.Rank.CHIEF if user and user.username.startswith("chief") else Mediator.Rank.MEDIATOR
    if rank == Mediator.Rank.MEDIATOR and world.random.random() < 0.05:
        rank = Mediator.Rank.EXPERT
    return Mediator(user=user, name=name, org=org, rank=rank, skills="、".join(world.random.sample(SKILLS, 2)))
