"""The register of data processing, made of what the models say of themselves (PIPL art. 5-7, 17, 55; Network data
regulation art. 21): for docs/records/data-register.md (`python -m tools.register`) and for /public/data/."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.personal import STAFF, Data, Personal

from .models import RetentionRule
from .registry import forgetters

# What comes with the libraries and holds personal data too.
ELSEWHERE = {
    "sessions.Session": Personal(**STAFF | {"purpose": gettext_lazy("to keep somebody signed in"),
                                            "kept": gettext_lazy("twelve hours at most")},
                                 fields={"session_data": Data.LINK}),
    "axes.AccessAttempt": Personal(**STAFF | {"purpose": gettext_lazy("to stop whoever tries passwords"),
                                              "kept": gettext_lazy("until the next sign-in that succeeds")},
                                   fields={"username": Data.NAME, "ip_address": Data.NETWORK}),
    "authtoken.Token": Personal(**STAFF, fields={"user": Data.LINK}),
    "admin.LogEntry": Personal(**STAFF, fields={"user": Data.LINK}),
}


@dataclass(frozen=True)
class Line:
    """One field: what it is, and how it is protected."""

    name: str
    label: str
    kind: str
    protection: str


@dataclass(frozen=True)
class Entry:
    """One model of the register."""

    model: type[models.Model]
    personal: Personal
    days: int | None  # of the rule in force

    @property
    def label(self) -> str:
        return capfirst(str(self.model._meta.verbose_name))

    @property
    def retention(self) -> str:
        """How long, in words: the days of the rule, or what the model says."""
        if not self.personal.retention:
            return str(self.personal.kept)
        how = forgetters[self.personal.retention]
        return _("%(days)d days from: %(moment)s") % {
            "days": self.days or how.days, "moment": how.moment_label}

    @property
    def kinds(self) -> str:
        return _(", ").join(dict.fromkeys(str(kind.label) for kind in self.personal.fields.values()))

    @property
    def lines(self) -> list[Line]:
        return [Line(name, str(self.model._meta.get_field(name).verbose_name), str(kind.label), self._protection(name))
                for name, kind in self.personal.fields.items()]

    def _protection(self, name: str) -> str:
        field = self.model._meta.get_field(name)
        if isinstance(field, EncryptedTextField):
            return _("encrypted")
        return _("keyed hash") if isinstance(field, LookupHashField) else _("by right of access")


def personal_of(model: type[models.Model]) -> Personal | None:
    return getattr(model, "personal", None) or ELSEWHERE.get(model._meta.label)


def entries(days: dict[str, int] | None = None) -> list[Entry]:
    """All models with personal data. `days` are those of the rules in force; without them the defaults of the code."""
    days = days or {}
    found = [(model, personal_of(model)) for model in apps.get_models()]
    return [Entry(model, personal, days.get(personal.retention)) for model, personal in found if personal]


def in_force() -> list[Entry]:
    """With the periods that the county has set."""
    return entries(dict(RetentionRule.objects.filter(is_active=True).values_list("what", "days")))


@dataclass(frozen=True)
class Purpose:
    """What the public reads: one purpose, and all that is kept for it."""

    whose: str
    purpose: str
    basis: str
    recipients: str
    kinds: str
    retention: list[str]


def for_the_public() -> Iterator[Purpose]:
    """By purpose, in everyday words; no names of tables."""
    groups: dict[tuple, list[Entry]] = {}
    for entry in in_force():
        said = entry.personal
        groups.setdefault(tuple(map(str, (said.whose, said.purpose, said.basis, said.recipients))), []).append(entry)
    # What concerns everybody first, those who work here last.
    ordered = sorted(groups.items(), key=lambda group: group[0][0] == str(STAFF["whose"]))
    for (whose, purpose, basis, recipients), members in ordered:
        kinds = dict.fromkeys(str(kind.label) for one in members for kind in one.personal.fields.values())
        yield Purpose(whose, purpose, basis, recipients, _(", ").join(kinds),
                      list(dict.fromkeys(one.retention for one in members)))
