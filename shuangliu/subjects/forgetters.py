"""What requests forget: the copy after a week, who asked half a year after the end. That it was asked and answered
stays (PIPL art. 69)."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.protection.exports import files
from shuangliu.retention.registry import Does, forgetter

from .limits import CONTACT_KEPT, COPY_KEPT
from .models import SubjectFinding, SubjectMove, SubjectRequest

SOURCE = _("Personal Information Protection Law, articles 19 and 47; half a year is the county's choice")
CONTACT = ["name", "document", "id_number", "id_hash", "phone", "phone_hash", "speaker", "text", "seen_last", "proof"]


@forgetter("subject-request.contact", _("Names, numbers and words of requests about own data that are over"),
           model=SubjectRequest, moment="ended_at", days=CONTACT_KEPT, source=SOURCE, fields=CONTACT,
           due=Q(ended_at__isnull=False, is_forgotten=False, file=""))
def forget_askers(requests, *, at):
    for asked in requests:
        for name in CONTACT:
            setattr(asked, name, "")
        asked.is_forgotten = True
    # A speaker's proof goes with it: whose it was cannot be known any more.
    SubjectRequest.objects.bulk_update(requests, [*CONTACT, "is_forgotten"])
    SubjectFinding.objects.filter(request__in=requests).update(note="")
    SubjectMove.objects.filter(request__in=requests).update(note="")


@forgetter("subject-request.copy", _("Copies of people's data that were not fetched in time, or were"),
           model=SubjectRequest, moment="made_at", days=COPY_KEPT.days, due=~Q(file=""), does=Does.DELETE,
           fields=["file"], source=_("Personal Information Protection Law, article 19: a week to fetch it"))
def forget_copies(requests, *, at):
    for asked in requests:
        transaction.on_commit(lambda name=asked.file: files.remove(name))
    SubjectRequest.objects.filter(pk__in=[asked.pk for asked in requests]).update(file="", copy_word="")
