"""What hangs on the network: members and terms, hours, trainings, ties. Invented by chance of its own, so that the rest
of the county stays the same whatever is added here. Some organisations lack what the law asks for: so does the
report's county (domain.md §3.2 Q7)."""

from datetime import date, time, timedelta
from decimal import Decimal
from random import Random

from grids.models import Department
from mediation.models import (
    MediationOrg,
    MediationWindow,
    Mediator,
    MediatorCertificate,
    MediatorTraining,
    OpeningHours,
    OrgMember,
    RecusalGround,
    WindowClosure,
)

from .people import WOMEN
from .world import SEED, World

DAY = timedelta(days=1)
MORNING, AFTERNOON, SATURDAY = (time(9), time(12)), (time(13), time(17)), (time(9), time(11, 30))
SUPERVISORS = {"0503": "police", "07": "labour", "0901": "agriculture", "0504": "environment", "0402": "housing"}
SUBJECTS = ["人民调解法与调解技巧", "民法典婚姻家庭编", "物业纠纷的调解", "调解协议书的制作",
            "劳动争议调解仲裁法", "道路交通事故赔偿标准"]  # fmt: skip
TIES = ["某物业公司负责人的亲属", "某业主委员会委员", "某建筑企业的法律顾问"]


def load_terms(world: World) -> int:
    """When organisations were founded, filed and elected: a term in nine is over, some end soon, some are not filed."""
    random = Random(SEED + 1)  # noqa: S311 - no secrets here
    orgs = list(MediationOrg.objects.select_related("specialty").order_by("id"))
    for n, org in enumerate(orgs):
        org.department = _supervisor(world, org)
        org.founded_on = date(random.randint(2004, 2011), random.randint(1, 12), random.randint(1, 28))
        if org.kind != MediationOrg.Kind.PEOPLE:
            org.term_from = org.term_to = None
            continue
        org.filed_on = None if n % 17 == 5 else org.founded_on + timedelta(days=random.randint(5, 35))
        org.term_to = world.today + timedelta(days=_left_of_term(n, random))
        org.term_from = org.term_to.replace(year=org.term_to.year - 3, day=min(org.term_to.day, 28)) + DAY
    MediationOrg.objects.bulk_update(
        orgs, ["department", "founded_on", "filed_on", "term_from", "term_to"], batch_size=200)
    return len(orgs)


def _supervisor(world: World, org: MediationOrg) -> Department | None:
    if org.kind == MediationOrg.Kind.JUDICIAL:
        return None
    if org.kind == MediationOrg.Kind.ADMINISTRATIVE:
        return world.departments["police"]
    return world.departments[SUPERVISORS.get(org.specialty.code, "justice") if org.specialty else "justice"]


def _left_of_term(n: int, random: Random) -> int:
    if n % 9 == 4:
        return -random.randint(10, 200)
    return random.randint(10, 85) if n % 11 == 7 else random.randint(120, 1000)


def load_members(world: World) -> int:
    """The mediators of a committee are its members, the first its head; here and there one has left, a place is empty,
    or all women have left."""
    members, at = [], {}
    for mediator in Mediator.objects.select_related("org").filter(org__kind="people").order_by("id"):
        at.setdefault(mediator.org, []).append(mediator)
    for n, (org, mediators) in enumerate(at.items()):
        for place, mediator in enumerate(mediators):
            sex = _sex(mediator.name)
            has_left = (n % 13 == 6 and place == 1) or (n % 19 == 3 and sex == OrgMember.Sex.FEMALE)
            position = "head" if place == 0 else "deputy" if place == 1 and len(mediators) > 4 else "member"
            members.append(OrgMember(org=org, name=mediator.name, sex=sex, mediator=mediator, position=position,
                                     since=org.term_from, until=org.term_from + 60 * DAY if has_left else None))
    return len(OrgMember.objects.bulk_create(members))


def _sex(name: str) -> str:
    return OrgMember.Sex.FEMALE if name[-1] in WOMEN else OrgMember.Sex.MALE


def load_hours(world: World) -> int:
    """Office hours; the centres' windows also on Saturday mornings. One is closed for some days."""
    rows = []
    windows = list(MediationWindow.objects.order_by("id"))
    for window in windows:
        rows += [OpeningHours(window=window, weekday=day, opens=opens, closes=closes)
                 for day in range(1, 6) for opens, closes in (MORNING, AFTERNOON)]
        if window.center_id:
            rows.append(OpeningHours(window=window, weekday=6, opens=SATURDAY[0], closes=SATURDAY[1]))
    WindowClosure.objects.create(window=windows[0], first=world.today + 7 * DAY, last=world.today + 9 * DAY,
                                 reason="服务大厅装修")
    return len(OpeningHours.objects.bulk_create(rows))


def load_files(world: World) -> int:
    """What the mediators learned and may show; what the mediator of the tour declared."""
    random = Random(SEED + 2)  # noqa: S311
    trainings, certificates, mediators = [], [], list(Mediator.objects.select_related("org__specialty").order_by("id"))
    for mediator in mediators:
        mediator.active_from = date(random.randint(2008, world.today.year - 2), random.randint(1, 12), 1)
        for subject in random.sample(SUBJECTS, random.randint(0, 3)):
            trainings.append(MediatorTraining(
                mediator=mediator, held_on=world.today - timedelta(days=random.randint(20, 700)), subject=subject,
                hours=Decimal(random.choice([3, 4, 6, 8]))))
        if random.random() < 0.4:
            issued = world.today - timedelta(days=random.randint(200, 1500))
            certificates.append(MediatorCertificate(mediator=mediator, name="人民调解员证", issued_on=issued,
                                                    number=f"川调{mediator.pk:06d}",
                                                    valid_until=issued + timedelta(days=1826)))
    Mediator.objects.bulk_update(mediators, ["active_from"], batch_size=500)
    MediatorCertificate.objects.bulk_create(certificates)
    special = [(one, one.org.specialty_id) for one in mediators if one.org.specialty_id]
    through = Mediator.specialties.through
    through.objects.bulk_create(through(mediator_id=one.pk, disputecategory_id=category) for one, category in special)
    mine = Mediator.objects.get(user=world.users["mediator"])
    RecusalGround.objects.create(mediator=mine, text=TIES[0], declared_on=world.today - 40 * DAY)
    return len(MediatorTraining.objects.bulk_create(trainings))
