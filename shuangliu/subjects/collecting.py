"""All that the person gets: what is held, for what and how long, who looked, to whom it was given, what was agreed to.
In the county's language, as the file is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.db.models import Model
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from shuangliu.protection import looks
from shuangliu.protection.models import ExportRequest
from shuangliu.retention import register

from . import registry
from .models import SubjectFinding, SubjectRequest
from .who import Who


@dataclass(frozen=True)
class Record:
    title: str
    facts: list[tuple[str, str]]
    agreed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """The records of one holder; `rules` says for what they are kept, on which ground, how long, and who gets them."""

    label: str
    rules: list[tuple[str, str]]
    records: list[Record]


@dataclass(frozen=True)
class Collected:
    number: str
    name: str
    sections: list[Section]
    left_out: list[tuple[str, str]]
    looked: list[tuple[str, str, str, str, str]]  # when, office, role, what, for what
    given: list[tuple[str, str, str]]  # when, to whom, for what


def collect(request: SubjectRequest) -> Collected:
    """What the decision lets out."""
    with override(settings.LANGUAGE_CODE):
        findings = list(request.findings.all())
        who = Who.of(request)
        seen = looks.of(who.keys) if who.keys else []
        return Collected(
            number=request.number, name=request.name, sections=list(_sections(findings)),
            left_out=[(str(registry.get(one.holder).label), " ".join(filter(None, [str(one.get_ground_display()),
                                                                                   one.note])))
                      for one in findings if one.verdict == SubjectFinding.Verdict.REFUSED],
            looked=[(said(one.at), one.office, one.role, one.what, one.purpose) for one in seen],
            given=list(_given(seen)))


def _sections(findings: list[SubjectFinding]) -> Iterator[Section]:
    kept = {entry.model: entry for entry in register.in_force()}
    for how in registry.everything():
        records = [record for one in findings if one.holder == how.name
                   and one.verdict == SubjectFinding.Verdict.GRANTED and (record := one.record) is not None]
        if records:
            yield Section(str(how.label), _rules(kept, records), [
                Record(how.title(record), [(str(name), said(value)) for name, value in how.facts(record)
                                           if value not in (None, "")],
                       [_agreed(one) for one in how.consents(record)]) for record in records])


def _rules(kept: dict, records: list[Model]) -> list[tuple[str, str]]:
    entry = kept.get(type(records[0]))
    if entry is None:
        return []
    told = entry.personal
    return [(_("purpose"), str(told.purpose)), (_("legal basis"), str(told.basis)),
            (_("who gets it"), str(told.recipients)), (_("how long"), entry.retention)]


def _agreed(consent) -> str:
    until = _("taken back %(day)s") % {"day": said(consent.withdrawn_at)} if consent.withdrawn_at else ""
    return " · ".join(filter(None, [said(consent.at), consent.text.said(), until]))


def _given(seen: Iterable[looks.Seen]) -> Iterator[tuple[str, str, str]]:
    """Files in clear that held their data, and who got them; of each file once."""
    numbers = {number: one.at for one in seen if (number := one.entry.detail.get("export"))}
    exports = ExportRequest.objects.filter(pk__in=[int(number[2:]) for number in numbers])
    for export in exports.order_by("-id"):
        yield said(numbers[export.number]), export.recipient, export.words


def said(value) -> str:
    """A value in words."""
    if isinstance(value, datetime):
        return f"{localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
