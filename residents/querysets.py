"""Reading the register. `Person.objects.visible_to(user)` is the one rule of list, page, search, export and API."""

from django.db import models

from grids.jurisdiction import scope_q
from shuangliu.privacy import id_number
from shuangliu.retention.restrictions import Restrictable, unrestricted


class PersonQuerySet(Restrictable, models.QuerySet):
    def visible_to(self, user):
        """Those who live, or lived last, where `user` may read the register. Whoever stands as somebody else now is
        reached by that row alone; who is restricted by nobody (PIPL art. 47)."""
        return self.filter(scope_q(user, "person.view"), merged_into=None).unrestricted()

    def standing(self):
        """Without the rows that were merged into others."""
        return self.filter(merged_into=None)

    def numbered(self, number: str):
        """Whoever has this number on a paper, in 15 digits or 18; one of each kind of document at most."""
        # Said again that there is a number, as the index `person_once` has it: it serves nobody who does not.
        return self.filter(id_hash__of=id_number.upgraded(id_number.normalise(number))).exclude(id_hash="")

    def named(self, name: str):
        return self.filter(name_hash__of=name)

    def with_phone(self, phone: str):
        """Whoever has it, as the first of their phones or the other: each has its index."""
        first = models.Q(phone_hash__of=phone) & ~models.Q(phone_hash="")
        return self.filter(first | models.Q(other_phone_hash__of=phone) & ~models.Q(other_phone_hash=""))


class OfPeopleQuerySet(models.QuerySet):
    """Rows that say something of a `person`."""

    def in_use(self):
        """Without those of rows that were merged away, and of people who are restricted."""
        return unrestricted(self.filter(person__merged_into=None), "person", self.model.person.field.related_model)


class BuildingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "dwelling.view"))


class DwellingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "dwelling.view"))


class HouseholdQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "person.view"))
