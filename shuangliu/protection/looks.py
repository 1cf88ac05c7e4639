"""Who looked at somebody's data: for the auditor, and for the person themselves (PIPL art. 45, 69).

    looks.register(Case, {"case.opened": _("The case was opened")}, subjects=hashes_by_case)

An act of the log whose verb is registered leaves a row for each person whose data it showed.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate

from grids.jurisdiction import covers
from grids.models import Post
from grids.roles import Role
from shuangliu.audit.models import Entry
from shuangliu.privacy import id_number
from shuangliu.privacy.cipher import lookup_hash, lookup_hashes
from shuangliu.privacy.identified import dialled

from .models import Look

Keys = dict[int, set[str]]  # of each matter, the lookup hashes of those whose data it holds
MOST = 1000


@dataclass(frozen=True)
class Kind:
    """`verbs` says in words what each act showed; `subjects(ids)` whose data the matters hold; `counts(entry)` whether
    an act showed any at all; `why(purpose)` a purpose of the log in words."""

    verbs: dict[str, str | Promise]
    subjects: Callable[[Collection[int]], Keys]
    counts: Callable[[Entry], bool] = lambda entry: True
    why: Callable[[str], str] = str


_KINDS: dict[str, Kind] = {}


def register(model: type[Model], verbs: dict[str, str | Promise], *, subjects: Callable[[Collection[int]], Keys],
             **more) -> None:
    """Say which acts on a `model` show personal data, and whose."""
    _KINDS[model._meta.label_lower] = Kind(verbs, subjects, **more)


@dataclass(frozen=True)
class Seen:
    """One look, in words fit for the person it was at: when, which office in which role, what and for what. Never the
    name of the official; `entry` has it for the auditor."""

    at: datetime
    office: str
    role: str
    what: str
    purpose: str
    entry: Entry

    @property
    def matter_name(self) -> str:
        """What kind of matter it was at, in words; its name in the code where no app has it any more."""
        try:
            return str(apps.get_model(self.entry.matter_type)._meta.verbose_name) if self.entry.matter_type else ""
        except LookupError:
            return self.entry.matter_type


def key_of(record: Model) -> str:
    """The key of a person record that has neither ID number nor phone."""
    return lookup_hash(_name_of(record))


def _name_of(record: Model) -> str:
    return f"{record._meta.label_lower}:{record.pk}"


def keys_for(number: str) -> set[str]:
    """The keys under which somebody with this ID number (of 15 digits too) or phone is found."""
    plain = id_number.normalise(number)
    spelled = {plain, id_number.upgraded(plain), dialled(plain)} - {""}
    return {key for one in spelled for key in lookup_hashes(one)}


def keys_of(record: Model) -> set[str]:
    """Whose data a record holds, by the app that registered it; for the record of one person, that person."""
    keys = _KINDS[record._meta.label_lower].subjects([record.pk]).get(record.pk, set())
    # Written under an older key it has no text from which a new key could be made (privacy/rotation.py).
    return keys | set(lookup_hashes(_name_of(record))) if key_of(record) in keys else keys


def rows(keys: Collection[str]) -> QuerySet[Look]:
    """The looks at whoever has one of these keys, newest first; one act may stand there by two keys."""
    return Look.objects.filter(subject__in=keys).select_related("entry").order_by("-entry_id")


def of(subject: str | Model | Collection[str], *, most: int = MOST) -> list[Seen]:
    """Who looked at the subject's data, newest first: by an ID number or phone, a record, or keys."""
    if isinstance(subject, str):
        subject = keys_for(subject)
    elif isinstance(subject, Model):
        subject = keys_of(subject)
    return told(rows(subject)[: most * max(len(subject), 1)])[:most]


def told(found: Iterable[Look]) -> list[Seen]:
    """In words, each act once."""
    return [seen(look) for look in {look.entry_id: look for look in found}.values()]


def seen(look: Look) -> Seen:
    entry = look.entry
    kind = _KINDS.get(entry.matter_type)
    return Seen(at=entry.at, office=look.office, role=look.role and str(Role(look.role).label),
                what=str(kind.verbs.get(entry.verb, entry.verb)) if kind else entry.verb,
                purpose=kind.why(entry.purpose) if kind else entry.purpose, entry=entry)


def note(entries: Collection[Entry]) -> int:
    """Write down whose data these saved entries of the log showed; returns how many rows. `audit.record` needs no call:
    receivers.py hears of it; whoever writes entries in bulk does."""
    made: list[Look] = []
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        kind = _KINDS.get(entry.matter_type)
        if kind and entry.verb in kind.verbs and entry.actor_id and kind.counts(entry):
            by_kind.setdefault(entry.matter_type, []).append(entry)
    for name, looked in by_kind.items():
        keys = _KINDS[name].subjects({entry.matter_id for entry in looked})
        for entry in looked:
            made += rows_for(entry, keys.get(entry.matter_id, ()))
    Look.objects.bulk_create(made, batch_size=1000, ignore_conflicts=True)
    return len(made)


def rows_for(entry: Entry, keys: Iterable[str]) -> list[Look]:
    """Unsaved rows: one entry, and everybody whose data it showed."""
    keys = sorted(filter(None, keys))
    office, role = _office(entry) if keys else ("", "")
    return [Look(subject=key, entry=entry, area_key=entry.area_key, at=entry.at, office=office, role=role)
            for key in keys]


def _office(entry: Entry) -> tuple[str, str]:
    """Where whoever acts sits on that day: the post over the place of the matter, else any."""
    posts = list(Post.objects.filter(user=entry.actor_id).on(localdate(entry.at)).select_related("area", "department")
                 .defer("area__outline").order_by("id"))
    if not posts:
        return "", ""
    key = entry.area_key
    post = next((one for one in posts if key is not None and covers(one, key)), posts[0])
    return str(post.department or post.area.name), post.role
