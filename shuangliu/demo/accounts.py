"""The demo accounts: the persons of the tour, all with one password that everybody may know."""

import os
from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Permission

from grids.models import Area, Level
from grids.roles import Role
from shuangliu.accounts.models import User

from .people import People
from .world import SEED, World

PILOT = "紫东阁社区"  # a pilot of spring 2014 in 东升街道 (domain.md §2 no. 24)
URBAN_MANAGEMENT = "urban-management"


@dataclass(frozen=True)
class Account:
    """Who signs in as what: roles, each at a level of the home of the tour; `may_read_log` opens the audit log in the
    administration, and nothing else there."""

    username: str
    name: str
    posts: tuple[tuple[Role, Level], ...] = ()
    is_admin: bool = False
    may_read_log: bool = False


ACCOUNTS = [
    Account("worker", "刘洪波", ((Role.GRID_WORKER, Level.GRID),)),
    Account("station", "赵晓敏", ((Role.WORKSTATION, Level.COMMUNITY),)),
    Account("subcenter", "孙志强", ((Role.SUBCENTER, Level.TOWN),)),
    Account("county", "陈立群", ((Role.COUNTY_SUPERVISOR, Level.COUNTY), (Role.COUNTY_DISPATCH, Level.COUNTY))),
    Account("handler", "周大勇", ((Role.DEPT_HANDLER, Level.COUNTY), (Role.DEPT_HANDLER, Level.TOWN))),
    Account("civil", "杨慧敏"),  # the county's civil affairs: care.py gives the post
    Account("mediator", "冯桂芳", ((Role.MEDIATOR, Level.TOWN),)),
    Account("clerk", "吴雪梅", ((Role.MED_CLERK, Level.TOWN),)),
    Account("center", "郑国栋", ((Role.CENTER_MANAGER, Level.COUNTY),)),
    Account("hotline", "何佳丽", ((Role.HOTLINE_AGENT, Level.COUNTY),)),
    Account("hotline_lead", "穆春燕", ((Role.HOTLINE_LEAD, Level.COUNTY),)),
    Account("patrol", "唐永健", ((Role.PATROL_LEADER, Level.TOWN),)),
    Account("volunteer", "曾素珍", ((Role.VOLUNTEER, Level.COMMUNITY),)),
    Account("registrar", "谢婷", ((Role.REGISTRAR, Level.COMMUNITY),)),
    Account("landlord", "罗永贵", ((Role.LANDLORD, Level.COUNTY),)),
    Account("auditor", "何文正", ((Role.AUDITOR, Level.COUNTY),), may_read_log=True),
    Account("security", "安平", ((Role.SECURITY_ADMIN, Level.COUNTY),)),
    Account("admin", "系统管理员", ((Role.SYSTEM_ADMIN, Level.COUNTY),), is_admin=True),
]


def password() -> str:
    """The password of every demo account."""
    return os.environ.get("SHUANGLIU_DEMO_PASSWORD") or "shuangliu-demo"


def load(world: World) -> int:
    """Write the demo accounts; returns how many."""
    hashed = make_password(password())  # once: argon2 takes its time on purpose
    # Their phones are drawn apart, so that all else stays as it was.
    apart = {"hotline_lead": world.telling, "civil": People(Random(SEED + 4), world.today)}  # noqa: S311
    accounts = [
        user(world, account.username, account.name, password=hashed,
             people=apart.get(account.username, world.people),
             is_staff=account.is_admin or account.may_read_log, is_superuser=account.is_admin)
        for account in ACCOUNTS
    ]
    world.users |= {made.username: made for made in User.objects.bulk_create(accounts)}
    log = Permission.objects.get(content_type__app_label="audit", codename="view_entry")
    log.user_set.set(world.users[account.username] for account in ACCOUNTS if account.may_read_log)
    return len(accounts)


def user(world: World, username: str, name: str, *, people: People | None = None, **fields) -> User:
    """An unsaved user with an invented phone; without `password=` nobody can sign in as them."""
    phone = (people or world.people).mobile()
    fields.setdefault("password", make_password(None))
    return User(username=username, name=name, phone=phone,
                must_change_password=False, **fields)


def home(world: World) -> dict[str, Area]:
    """Where the tour takes place: a grid of a pilot community of 东升街道, and all above it."""
    community = next((area for area in world.communities if area.name == PILOT), world.communities[0])
    grid = next(area for area in world.grids if area.parent_id == community.pk)
    return {Level.GRID: grid, Level.COMMUNITY: community, Level.TOWN: world.town_of(community),
            Level.COUNTY: world.county}
