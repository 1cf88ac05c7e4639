"""What field work forgets: where a worker stood is nobody's business after a quarter (domain.md §7, PIPL art. 28)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from patrol.agreements import forgetting as agreements  # noqa: F401 (who signed agreements)
from patrol.assets import personal  # noqa: F401 (contact persons next door)
from patrol.courtyards import forgetting as courtyards  # noqa: F401 (former committees)
from patrol.models import CheckIn, Note
from shuangliu.retention.registry import forgetter


@forgetter("note.point", _("Points of patrol notes"), model=Note, moment="noted_at", days=90,
           due=Q(longitude__isnull=False), fields=["longitude", "latitude"],
           source=_("Personal Information Protection Law, articles 19 and 28: whereabouts"))
def forget_points(notes, *, at):
    Note.objects.filter(pk__in=[note.pk for note in notes]).update(longitude=None, latitude=None)


@forgetter("check-in.point", _("Positions of check-ins"), model=CheckIn, moment="made_at", days=90,
           due=Q(longitude__isnull=False), fields=["longitude", "latitude"],
           source=_("Personal Information Protection Law, articles 19 and 28: whereabouts"))
def forget_positions(check_ins, *, at):
    CheckIn.objects.filter(pk__in=[one.pk for one in check_ins]).update(longitude=None, latitude=None)
