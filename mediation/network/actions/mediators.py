"""What is written into the file of a mediator. The audit log says that, not what."""

from datetime import datetime

from django.db import models, transaction
from django.utils.timezone import localdate

from shuangliu import audit

from ...models import Mediator, RecusalGround


@transaction.atomic
def add(entry: models.Model, *, by, at: datetime) -> None:
    """A training or a certificate."""
    entry.save(force_insert=True)
    audit.record(f"mediator.{_word(entry)}-added", entry.mediator, by=by, at=at, entry=entry.pk)


@transaction.atomic
def remove(entry: models.Model, *, by, at: datetime) -> None:
    """Take out a training or a certificate that was entered by mistake."""
    audit.record(f"mediator.{_word(entry)}-removed", entry.mediator, by=by, at=at, entry=entry.pk)
    entry.delete()


@transaction.atomic
def declare(mediator: Mediator, *, by, at: datetime, text: str) -> RecusalGround:
    """Write down a tie on account of which the mediator would step aside."""
    ground = RecusalGround.objects.create(mediator=mediator, text=text, declared_on=localdate(at))
    audit.record("mediator.ground-declared", mediator, by=by, at=at, entry=ground.pk)
    return ground


@transaction.atomic
def withdraw_ground(ground: RecusalGround, *, by, at: datetime) -> None:
    """The tie is no more, or never was: the text is forgotten."""
    audit.record("mediator.ground-withdrawn", ground.mediator, by=by, at=at, entry=ground.pk)
    ground.delete()


def _word(entry: models.Model) -> str:
    return entry._meta.model_name.removeprefix("mediator")
