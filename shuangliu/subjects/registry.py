"""What is held of a person. Each app says so in its holders.py, which is read when the product starts:

    @holder("hotline.ticket", _("Tickets of the hotline"), act="ticket.view")
    class Tickets(Holder):
        def find(self, who): …               # records that are about this person, and no others
        def facts(self, ticket): …           # what of a record the person gets: never what is somebody else's
        def forgotten_by(self, ticket): …    # by which rule of retention it can be forgotten
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Model

from shuangliu.protection import consents
from shuangliu.protection.models import Consent
from shuangliu.retention import on_request, restrictions

from .states import Ground
from .who import Who

Fact = tuple[Any, Any]  # what it is, and its value


class Holder:
    """One kind of record. `act` is the right of the app to read it: who lacks it at the desk does not learn from a
    request that somebody is known there. `kept` says why a record that no rule forgets is kept."""

    name: ClassVar[str]
    label: ClassVar[Any]
    act: ClassVar[str]
    kept: ClassVar[Any] = ""

    def find(self, who: Who) -> Iterable[Model]:
        """The records that are about this person."""
        raise NotImplementedError

    def title(self, record: Model) -> str:
        """The record by its number, without anything personal."""
        return str(getattr(record, "number", record.pk))

    def facts(self, record: Model) -> list[Fact]:
        """What the person gets of it, in the language of the moment; values that are empty are left out."""
        raise NotImplementedError

    def correct_at(self, record: Model) -> str:
        """The page at which a clerk puts it right; "" for none."""
        return ""

    def forgotten_by(self, record: Model) -> tuple[str, Model] | None:
        """The rule of retention that can forget it, and the matter of that rule."""
        return None

    def restricts(self, record: Model) -> list[Model]:
        """The records on which a restriction is put."""
        return [record]

    def consents(self, record: Model) -> list[Consent]:
        """What was agreed to about it, oldest first."""
        return consents.of(record)

    # What a request can do to it.

    def why_kept(self, record: Model, *, at: datetime) -> tuple[str, str]:
        """Why it cannot be deleted now: ground and words; both empty when it can."""
        if why := on_request.why_held(record, at=at):
            return Ground.KEPT, why
        rule = self.forgotten_by(record)
        if rule is None:
            return Ground.KEPT, str(self.kept)
        why = on_request.why_kept(*rule, at=at)
        return (Ground.KEPT, why) if why else ("", "")

    def why_used(self, record: Model) -> tuple[str, str]:
        """Why its use cannot be stopped now: ground and words; both empty when it can."""
        return "", ""

    def delete(self, record: Model, *, at: datetime) -> None:
        """Raises on_request.Kept."""
        rule = self.forgotten_by(record)
        if rule is None:
            raise on_request.Kept(str(self.kept))
        on_request.forget(*rule, at=at)

    def restrict(self, record: Model, *, by, at: datetime, reason: str, basis: str, area_key: int) -> None:
        for one in self.restricts(record):
            restrictions.restrict(one, by=by, at=at, reason=reason, basis=basis, area_key=area_key)

    def withdraw(self, record: Model, *, by, at: datetime, how: str) -> None:
        """Take back all that was agreed to about it."""
        for purpose in {one.text.purpose for one in self.consents(record) if one.withdrawn_at is None}:
            consents.withdraw(record, purpose, at=at, how=how, by=by)


_HOLDERS: dict[str, Holder] = {}


def holder(name: str, label, *, act: str) -> Callable[[type[Holder]], type[Holder]]:
    """Register a Holder under a name; `act` is the right by which its app reads such records."""
    if len(name) > 48:
        raise ValueError(f"{name}: a name has at most 48 characters")

    def register(cls: type[Holder]) -> type[Holder]:
        if name in _HOLDERS:
            raise ValueError(f"{name} is taken")
        cls.name, cls.label, cls.act = name, label, act
        _HOLDERS[name] = cls()
        return cls

    return register


def get(name: str) -> Holder:
    """Raises KeyError for a name that nobody registered."""
    return _HOLDERS[name]


def everything() -> list[Holder]:
    return list(_HOLDERS.values())
