"""What can be revealed: each app names its matters in `ready()`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from django.db.models import Model, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _


class Field(TextChoices):
    NAME = "name", _("Full name")
    ID_NUMBER = "id_number", _("ID number")
    PHONE = "phone", _("Phone")
    ADDRESS = "address", _("Address")
    BIRTHDAY = "birthday", _("Birthday")


@dataclass(frozen=True)
class Kind:
    """A kind of matter: the right that opens its personal data, which data these are, and where they are shown.

    `verb` is the word of the log; `rows()` fetches a matter; `shown_at(matter)` is the page that shows it in clear;
    `people(matter)` are the records of persons behind it, one of which may be restricted (privacy.guards).
    """

    model: type[Model]
    act: str
    verb: str
    fields: tuple[Field, ...]
    rows: Callable[[], QuerySet]
    shown_at: Callable[[Model], str]
    people: Callable[[Model], Iterable[Model | None]]

    @property
    def name(self) -> str:
        return self.model._meta.label_lower


_KINDS: dict[str, Kind] = {}


def register(model: type[Model], *, act: str, fields: tuple[Field, ...], verb: str = "",
             rows: Callable[[], QuerySet] | None = None, shown_at: Callable[[Model], str] | None = None,
             people: Callable[[Model], Iterable[Model | None]] = lambda matter: ()) -> None:
    """Say that the personal data of a `model` are revealed by the right `act` ("case.reveal")."""
    name = model._meta.label_lower
    _KINDS[name] = Kind(model, act, verb or f"{act.partition('.')[0]}.revealed", fields,
                        rows or partial(model.objects.all), shown_at or _own_page, people)


def kind_of(model: type[Model] | Model) -> Kind:
    """Raises KeyError for one that nobody registered."""
    return _KINDS[model._meta.label_lower]


def _own_page(matter: Model) -> str:
    return matter.get_absolute_url()
