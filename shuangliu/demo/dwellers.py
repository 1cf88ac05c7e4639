"""The register of the pilot community: people, homes, households, permits; some stale, some entered twice."""

import uuid
from datetime import date, datetime, time

from django.utils.timezone import localdate

from residents.models import Change, Dwelling, Household, Membership, Permit, Person, Residence
from residents.models.living import Kind, Left, Reason, Tenure
from residents.models.trail import Source
from residents.register import duplicates

from .estates import BEGUN
from .families import Dweller, Families
from .moments import DAY, at_clock
from .people import NEVER_ASSIGNED, People
from .world import World

WITHOUT_NUMBER, WITHOUT_NUMBER_HERE = 0.12, 0.01  # of those from elsewhere, and of the others
TWICE, TWICE_IN_TINY = 9, 2
GONE = 0.03  # homes whose people before have moved away
NEW = 0.025  # homes whose people came within the last month
PERMITTED, YEAR = 0.7, 365  # of the grown-ups from elsewhere


def load(world: World) -> int:
    """Write them; returns how many people."""
    street = Street(world)
    for dwelling in world.dwellings:
        if dwelling.standing == Dwelling.Standing.LIVED_IN:
            street.live_at(dwelling)
    street.enter_twice(TWICE_IN_TINY if world.is_tiny else TWICE)
    street.write()
    duplicates.look_through(at=world.at)
    return len(street.people)


class Street:
    """Collects the rows, so that each table is written at once."""

    def __init__(self, world: World):
        self.world, self.random, self.registrar = world, world.housing, world.users["registrar"]
        self.families = Families(self.random, world.today).behind_a_door()
        self.phones = People(self.random, world.today)
        self.people, self.homes, self.households, self.members, self.permits = [], [], [], [], []

    def live_at(self, dwelling: Dwelling) -> None:
        """Whoever lives there, entered and confirmed when somebody checked; sometimes who lived there before, too."""
        since, is_new = self._since(dwelling), self.random.random() < NEW
        if is_new:
            since = self.world.today - self.random.randint(2, 28) * DAY
            dwelling.checked_at = at_clock(since + DAY, time(10))
            Dwelling.objects.filter(pk=dwelling.pk).update(checked_at=dwelling.checked_at)
        elif self.random.random() < GONE:
            since = self.world.today - self.random.randint(30, 300) * DAY  # who left longer ago is forgotten
            _is_elsewhere, family = next(self.families)
            for one in family:
                self._lives(self._person(one, dwelling), dwelling, Kind.FLOATING, since - 900 * DAY,
                            until=since - 20 * DAY)
        is_elsewhere, family = next(self.families)
        entered = [self._person(one, dwelling, is_elsewhere=is_elsewhere) for one in family]
        for person in entered:
            self._lives(person, dwelling, Kind.FLOATING if is_elsewhere else Kind.REGISTERED, since)
        if is_elsewhere:
            for person in entered:
                self._permit(person, since)
        else:
            self._form(dwelling, family, entered, since)

    def enter_twice(self, n: int) -> None:
        """Somebody of those from elsewhere, once more without the number: by birthday or phone, in another home."""
        known = [home.person for home in self.homes if home.kind == Kind.FLOATING and home.until is None
                 and home.person.phone and home.person.born_on]
        doors = [one for one in self.world.dwellings if one.standing == Dwelling.Standing.LIVED_IN]
        for number, first in enumerate(known[:: max(1, len(known) // n)][:n]):
            door = doors[(number * 37 + 5) % len(doors)]
            has_birthday = number % 3 != 2
            twin = Person(name=first.name, born_on=first.born_on if has_birthday else None, sex=first.sex,
                          phone="" if number % 3 == 0 else first.phone, **self._of(door, door.checked_at))
            self.people.append(twin)
            self._lives(twin, door, Kind.FLOATING, localdate(door.checked_at) - 5 * DAY)

    def write(self) -> None:
        for person in self.people:
            person.hash_numbers()
        Person.objects.bulk_create(self.people, batch_size=500)
        Residence.objects.bulk_create(self.homes, batch_size=500)
        Household.objects.bulk_create(self.households, batch_size=500)
        Membership.objects.bulk_create(self.members, batch_size=500)
        Permit.objects.bulk_create(self.permits, batch_size=500)
        Change.objects.bulk_create([Change(person=person, act="register", source=Source.COUNTER, by=self.registrar,
                                           at=person.created_at) for person in self.people], batch_size=500)

    def _person(self, one: Dweller, dwelling: Dwelling, *, is_elsewhere: bool = True) -> Person:
        has_none = self.random.random() < (WITHOUT_NUMBER if is_elsewhere else WITHOUT_NUMBER_HERE)
        phone = self.phones.mobile() if one.age(self.world.today) >= 14 else ""
        person = Person(name=one.name, id_number="" if has_none else one.id_number, born_on=one.born_on,
                        sex="2" if one.is_woman else "1", phone=phone, employer=one.employer,
                        origin_code=one.origin_code, **self._of(dwelling, dwelling.checked_at))
        self.people.append(person)
        return person

    def _of(self, dwelling: Dwelling, confirmed_at: datetime) -> dict:
        """What the register notes: entered at the latest when it was confirmed."""
        begun = at_clock(self.world.today - (BEGUN - 10) * DAY, time(9)) + self.random.randrange(200) * DAY
        return {"uuid": uuid.UUID(int=self.random.getrandbits(128), version=4), "area_key": dwelling.area_key,
                "confirmed_at": confirmed_at, "created_at": min(begun, confirmed_at), "created_by": self.registrar}

    def _lives(self, person: Person, dwelling: Dwelling, kind: str, since: date, until: date | None = None) -> None:
        is_here = kind == Kind.REGISTERED
        reason = self.random.choices([Reason.WORK, Reason.BUSINESS, Reason.FAMILY, Reason.STUDY], [12, 3, 4, 1])[0]
        self.homes.append(Residence(
            person=person, dwelling=dwelling, kind=kind, since=max(since, person.born_on or since),
            tenure=Tenure.OWN if is_here else Tenure.RENTED, reason="" if is_here else reason,
            created_by=self.registrar,
            until=until and max(until, since, person.born_on or until), left=Left.AWAY if until else ""))

    def _form(self, dwelling: Dwelling, family: list[Dweller], entered: list[Person], since: date) -> None:
        household = Household(area_key=dwelling.area_key, dwelling=dwelling,
                              register_number=f"{NEVER_ASSIGNED}{len(self.households) + 1:05d}")
        self.households.append(household)
        self.members += [Membership(household=household, person=person, relation=one.relation,
                                    since=max(since, one.born_on)) for one, person in zip(family, entered, strict=True)]

    def _permit(self, person: Person, since: date) -> None:
        if person.born_on + 18 * YEAR * DAY > self.world.today or self.random.random() > PERMITTED:
            return
        expires = self.world.today + self.random.randint(-40, 330) * DAY
        issued = expires - YEAR * DAY
        if issued >= since:
            self.permits.append(Permit(person=person, issued_on=issued, expires_on=expires,
                                       permit_number=f"{NEVER_ASSIGNED}{self.random.randrange(10**12):012d}"))

    def _since(self, dwelling: Dwelling) -> date:
        return self.world.today - self.random.randint(200, 4000) * DAY

