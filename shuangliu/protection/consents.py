"""Agreeing to a text, and taking it back (PIPL art. 14, 15).

    consents.declare("hotline.portal", "2026-11", _("The county hotline uses …"), valid_from=date(2026, 11, 1))
    consents.give(ticket, "hotline.portal", at=at, form="online")
    consents.withdraw(ticket, "hotline.portal", at=at, how="online")   # sends signals.consent_withdrawn
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import override

from shuangliu import audit

from .models import Consent, ConsentText
from .signals import consent_withdrawn


@dataclass(frozen=True)
class Declared:
    """A text that the product brings along; a county adds versions of its own in the administration."""

    purpose: str
    version: str
    words: str | Promise
    valid_from: date


_DECLARED: dict[str, Declared] = {}


def declare(purpose: str, version: str, words: str | Promise, *, valid_from: date) -> None:
    """The words of a purpose, as the product brings them; in every language of the product."""
    _DECLARED[purpose] = Declared(purpose, version, words, valid_from)


def text(purpose: str, *, on: date) -> ConsentText:
    """The text that is valid on this day: the newest of the county's and of the product's. Raises LookupError."""
    found = ConsentText.objects.filter(purpose=purpose, valid_from__lte=on).order_by("-valid_from", "-id").first()
    brought = _DECLARED.get(purpose)
    if brought and (found is None or found.valid_from < brought.valid_from <= on):
        found = _keep(brought)
    if found is None:
        raise LookupError(f"no consent text for {purpose} on {on}")
    return found


def give(subject: Model, purpose: str, *, at: datetime, form: str, by=None, witness: str = "",
         by_guardian: bool = False) -> Consent:
    """Write down that the subject (or their guardian) agrees to the text of the day. A second time changes nothing."""
    consent = Consent(
        subject_type=subject._meta.label_lower, subject_id=subject.pk, text=text(purpose, on=localdate(at)), form=form,
        witness=witness, by_guardian=by_guardian, at=at, taken_by=by)
    try:
        with transaction.atomic():
            consent.save(force_insert=True)
            audit.record("consent.given", subject, by=by, at=at, text=str(consent.text), form=form)
    except IntegrityError:
        known = Consent.objects.of(subject).running().filter(text=consent.text).select_related("text").first()
        if known is None:  # it was refused for another reason
            raise
        return known
    return consent


@transaction.atomic
def withdraw(subject: Model, purpose: str, *, at: datetime, how: str, by=None) -> int:
    """Take back what the subject agreed to for this purpose; returns how many consents. What rested on them is ended by
    those who hear `consent_withdrawn`; a second time changes nothing."""
    withdrawn = 0
    for consent in Consent.objects.of(subject).running().filter(text__purpose=purpose).select_related("text"):
        if Consent.objects.running().filter(pk=consent.pk).update(withdrawn_at=at, withdrawn_how=how):
            withdrawn += 1
            audit.record("consent.withdrawn", subject, by=by, at=at, text=str(consent.text), form=how)
            consent.withdrawn_at, consent.withdrawn_how = at, how
            consent_withdrawn.send(type(subject), consent=consent, subject=subject, purpose=purpose, by=by, at=at)
    return withdrawn


def of(subject: Model) -> list[Consent]:
    """All that the subject ever agreed to, oldest first."""
    return list(Consent.objects.of(subject).select_related("text").order_by("id"))


def running(subject: Model, purpose: str) -> Consent | None:
    """The consent that holds now."""
    return Consent.objects.of(subject).running().filter(text__purpose=purpose).select_related("text").first()


def _keep(brought: Declared) -> ConsentText:
    """As a row, so that it stands as it was agreed to when the product brings other words."""
    words = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            words[language] = str(brought.words)
    return ConsentText.objects.get_or_create(purpose=brought.purpose, version=brought.version, defaults={
        "words": words, "valid_from": brought.valid_from})[0]
