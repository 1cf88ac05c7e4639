"""What can be forgotten. Each app says so in its forgetters.py, which is read when the product starts:

    @forgetter("ticket.contact", _("Contact data of tickets"), model=Ticket, moment="closed_at", days=180,
               due=Q(caller__isnull=False, state__in=OVER), fields=["caller__name", "caller__phone"],
               source="PIPL art. 19, 47")
    def forget_contacts(tickets, *, at):
        ...  # after it, none of them is due any more

How long, whether at all and what happens is data that the county edits: models.RetentionRule.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _


class Does(models.TextChoices):
    """What happens to a matter whose time is over."""

    MASK = "mask", _("personal data masked, matter kept")
    DELETE = "delete", _("deleted")
    RESTRICT = "restrict", _("restricted: stored, not used")


class AlreadyTaken(ValueError):
    """Two declarations of one name."""


@dataclass(frozen=True)
class Forgetter:
    """One kind of data that is forgotten, and how.

    `moment` is the field from which the period counts, a time or a day; `due` narrows to rows that still have something
    to forget. An index that begins with `moment`, on the condition `due`, makes the job cost what is due. `fields` are
    the paths whose values the digest of the ledger covers. `is_itemised`: the ledger names each matter, not their
    number alone. `at_least`: the days that a law wants it kept.
    """

    name: str
    label: Any
    model: type[models.Model]
    moment: str
    forget: Callable[..., Any]
    days: int
    source: Any
    due: Q = field(default_factory=Q)
    fields: tuple[str, ...] = ()
    does: Does = Does.MASK
    at_least: int = 0
    is_itemised: bool = True
    is_active: bool = True
    note: Any = ""

    @property
    def kind(self) -> str:
        """The kind of its matters, as holds and restrictions name it."""
        return self.model._meta.label_lower

    @property
    def moment_label(self) -> str:
        return str(self.model._meta.get_field(self.moment).verbose_name)

    def before(self, at: datetime, days: int) -> datetime | date:
        """What happened before this is due at `at`."""
        is_day = not isinstance(self.model._meta.get_field(self.moment), models.DateTimeField)
        return localdate(at) - timedelta(days=days) if is_day else at - timedelta(days=days)

    def rows(self, at: datetime, days: int) -> QuerySet:
        """What is due at `at` by a period of so many days; the oldest first, along the index."""
        return self.model._base_manager.filter(self.due, **{f"{self.moment}__lt": self.before(at, days)}).order_by(
            self.moment, "pk")


forgetters: dict[str, Forgetter] = {}


def forgetter(name: str, label, *, model: type[models.Model], moment: str, days: int, source, **more) -> Callable:
    """Declare how one kind of data is forgotten: a function that gets a batch of locked rows and `at`, and after which
    none of them is due. It runs in the transaction of the batch, and may meet the same row again after a crash."""
    if len(name) > 48:
        raise ValueError(f"{name}: a name has at most 48 characters")

    def declare(forget: Callable) -> Callable:
        if name in forgetters:
            raise AlreadyTaken(name)
        fields = tuple(more.pop("fields", ()))
        forgetters[name] = Forgetter(name, label, model, moment, forget, days, source, fields=fields, **more)
        return forget

    return declare
