"""Sixty courtyards are too many to act each out: one of every course is acted, and told again of other places, with
other people, days, households and money."""

import copy
import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.db import models

from grids.models import Area
from patrol.courtyards.models import (
    Allocation,
    Charter,
    Committee,
    CommitteeMember,
    Courtyard,
    CourtyardMove,
    CourtyardReview,
    CourtyardSurvey,
    DefenceCheck,
    JointAcceptance,
    Upkeep,
    WorksItem,
    WorksPlan,
)
from shuangliu.accounts.models import User
from shuangliu.attachments.models import Attachment
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry
from shuangliu.deadlines.models import Deadline

from .people import People

# In the order in which one refers to another; the way to the courtyard of each.
PARTS = {CourtyardSurvey: "courtyard", Committee: "courtyard", Charter: "courtyard", WorksPlan: "courtyard",
         JointAcceptance: "plan__courtyard", DefenceCheck: "courtyard", CommitteeMember: "committee__courtyard",
         WorksItem: "plan__courtyard", Allocation: "plan__courtyard", Upkeep: "courtyard", CourtyardReview: "courtyard",
         CourtyardMove: "courtyard"}
MONEY = {"from_programme", "from_town", "from_residents", "from_others", "planned", "spent", "amount"}
COUNTED = {"households", "residents", "entitled", "votes_for", "votes_against"}
TENTHS = (7, 14)  # the others are so much of the first: all its amounts are whole yuan


@dataclass
class Place:
    """Where another one is: its grid, name and address, a point in it, and who serves there instead of whom."""

    grid: Area
    name: str
    address: str
    longitude: float
    latitude: float
    served: dict[int, object]  # the key of a user of the first -> who does it here


class Copies:
    """`add(first, place)` for each, then `write()`."""

    def __init__(self, random: Random, people: People):
        self.random, self.people = random, people
        self.parts: dict[int, dict[type, list]] = {}
        self.files: dict[int, list[Attachment]] = {}
        self.rows: dict[type, list] = defaultdict(list)
        self.held: list[tuple[Attachment, models.Model]] = []
        self.clocks: list[tuple[Deadline, Courtyard]] = []

    def add(self, first: Courtyard, place: Place) -> None:
        parts = self._parts_of(first)
        self.shift = timedelta(days=self.random.randint(-9, 0), minutes=self.random.randint(-200, 0))
        self.money, self.people_there = self.random.randint(*TENTHS), self.random.randint(*TENTHS)
        made: dict[tuple[type, int], models.Model] = {}
        for model, rows in ({Courtyard: [first]} | parts).items():
            for row in rows:
                one = made[model, row.pk] = self._again(row, made, place)
                self.rows[model].append(one)
        courtyard = made[Courtyard, first.pk]
        courtyard.name, courtyard.address, courtyard.area = place.name, place.address, place.grid
        courtyard.area_key, courtyard.longitude, courtyard.latitude = place.grid.key, place.longitude, place.latitude
        for file in self.files[first.pk]:
            model = next(model for model, _key in made if model._meta.label_lower == file.matter_type)
            again = self._again(file, {}, place)
            self.held.append((again, made[model, file.matter_id]))
        for clock in Deadline.objects.of(first):
            self.clocks.append((self._again(clock, {}, place), courtyard))

    def write(self) -> None:
        for model in (Courtyard, *PARTS):
            model.objects.bulk_create(self.rows[model])
        for file, matter in self.held:
            file.matter_id = matter.pk
        Attachment.objects.bulk_create([file for file, _matter in self.held])
        for clock, courtyard in self.clocks:
            clock.matter_id, clock.area_key = courtyard.pk, courtyard.area_key
        Deadline.objects.bulk_create([clock for clock, _courtyard in self.clocks])
        Entry.objects.bulk_create([
            entry(f"courtyard.{move.act}", move.courtyard, by=move.by, at=move.at,
                  **{"from": move.from_state, "to": move.to_state}) for move in self.rows[CourtyardMove]])

    def _parts_of(self, first: Courtyard) -> dict[type, list]:
        if first.pk not in self.parts:
            found = self.parts[first.pk] = {
                model: list(model.objects.filter(**{way: first.pk}).order_by("pk")) for model, way in PARTS.items()}
            self.files[first.pk] = [
                file for model, rows in ({Courtyard: [first]} | found).items()
                for file in Attachment.objects.filter(matter_type=model._meta.label_lower,
                                                      matter_id__in=[row.pk for row in rows])]
        return self.parts[first.pk]

    def _again(self, row: models.Model, made: dict, place: Place) -> models.Model:
        """The row told of the other place."""
        again = copy.copy(row)
        again._state = copy.copy(row._state)
        again._state.fields_cache = {}
        again._state.adding, again.pk = True, None
        for field in row._meta.concrete_fields:
            value = getattr(row, field.attname)
            if value is None or field.primary_key or field.generated:
                continue
            if field.name in MONEY and isinstance(value, int):
                setattr(again, field.name, value * self.money // 10)
            elif field.name in COUNTED:
                setattr(again, field.name, value * self.people_there // 10)
            elif isinstance(value, datetime):
                setattr(again, field.name, value + self.shift)
            elif isinstance(value, date):
                setattr(again, field.name, value + timedelta(days=self.shift.days))
            elif field.name == "uuid":
                again.uuid = uuid.UUID(int=self.random.getrandbits(128), version=4)
            elif field.is_relation and (field.related_model, value) in made:
                setattr(again, field.name, made[field.related_model, value])
            elif field.is_relation and field.related_model is User and value in place.served:
                setattr(again, field.name, place.served[value])
        if isinstance(row, CommitteeMember):
            person = self.people.person()
            again.name, again.phone = person.name, person.phone
        return again
