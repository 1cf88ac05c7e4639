"""What the register holds of a person, for the person (PIPL art. 45-47): their record, homes, household, permits;
leases and care beside it. Of others who live there nothing is told.

A visit keeps the name of somebody newly found for a quarter at most, encrypted and without any mark by which it could
be found: it is entered in the register, or forgotten.
"""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shuangliu.subjects.registry import Holder, holder

from .care import holders as care  # noqa: F401
from .leases import holders as leases  # noqa: F401
from .models import Person, Residence
from .models.living import Left


@holder("residents.person", _("Register of residents"), act="person.view")
class People(Holder):
    kept = _("While you live here the law asks for the register (Personal Information Protection Law, articles 13 (3) "
             "and 47; Residence permit regulation, article 17).")

    def find(self, who):
        return who.among(Person.objects.all())

    def facts(self, person):
        meta = Person._meta.get_field
        own = [(meta(name).verbose_name, getattr(person, name)) for name in (
            "name", "id_number", "number_as_shown", "born_on", "phone", "other_phone", "origin_code", "origin_address",
            "employer", "confirmed_at", "created_at")]
        return [*own, (meta("document").verbose_name, person.get_document_display()),
                (meta("sex").verbose_name, person.get_sex_display()), *_homes(person), *_households(person),
                *_permits(person), *_changes(person)]

    def correct_at(self, person):
        return reverse("residents:person-correct", args=[person.pk])

    def forgotten_by(self, person):
        gone = person.residences.filter(left__in=[Left.AWAY, Left.DIED]).order_by("-id").first()
        lives = Residence.objects.filter(person=person, until=None).exists()
        return ("person.gone", gone) if gone and not lives else None


def _homes(person):
    for home in person.residences.select_related("dwelling__building").order_by("id"):
        yield _("residence"), _line(home.dwelling.address, home.get_kind_display(), home.get_tenure_display(),
                                    home.get_reason_display(), home.since, home.until, home.get_left_display())


def _households(person):
    for member in person.memberships.select_related("household").order_by("id"):
        yield _("household"), _line(member.household, member.get_relation_display(), member.since, member.until)


def _permits(person):
    for permit in person.permits.order_by("id"):
        yield _("permit"), _line(permit.get_kind_display(), permit.permit_number, permit.issued_on, permit.expires_on)


def _changes(person):
    for change in person.changes.order_by("id"):
        yield _("change"), _line(f"{change.at:%Y-%m-%d}", change.get_source_display(), ", ".join(
            f"{name}: {before or '—'} → {after or '—'}" for name, (before, after) in change.pairs.items()))


def _line(*parts) -> str:
    return " · ".join(str(part) for part in parts if part)
