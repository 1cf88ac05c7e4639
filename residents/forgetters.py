"""What the register forgets (domain.md §7 rule 6): people a year after they moved away or died, drafts of leases after
30 days, a year after the end of a lease its parties, rent and papers, names of people newly found on visits after a
quarter, tables that were brought in after 30 days. Number, dwelling, days and state of the lease stay: figures count
them, and a certificate can still be shown to be over."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from shuangliu import attachments, audit
from shuangliu.retention.registry import Does, forgetter

from .care import forgetting  # noqa: F401 (drafts, ended and restricted referrals)
from .imports import uploading
from .imports.models import Batch
from .imports.states import RUNNING
from .leases.models import Asked, Lease, LeaseMove, Party
from .leases.states import State
from .models import Person, Residence
from .models.living import Left
from .visits.models import Visit

SOURCE = _("Personal Information Protection Law, article 19; how long is the county's choice")


@forgetter("person.gone", _("People who moved away or died"), model=Residence, moment="until", days=365,
           due=Q(left__in=[Left.AWAY, Left.DIED]) & ~Exists(Residence.objects.filter(
               person=OuterRef("person"), pk__gt=OuterRef("pk"))),  # nobody who came back
           source=SOURCE, fields=["person__name", "person__id_number", "person__phone"], does=Does.DELETE)
def forget_gone(residences, *, at):
    people = [home.person_id for home in residences]
    for person in Person.objects.filter(pk__in=people):
        audit.record("person.forget", person, by=None, at=at)
    Person.objects.filter(merged_into__in=people).delete()
    Person.objects.filter(pk__in=people).delete()


@forgetter("lease.parties", _("Parties, rent and papers of leases that are over"), model=Lease, moment="ended_on",
           days=365, due=Q(ended_on__isnull=False, forgotten_at=None), source=SOURCE,
           fields=["rent", "code", "needs_note", "reason"])
def forget_parties(leases, *, at):
    for lease in leases:
        _drop_papers(lease)
        audit.record("lease.forget", lease, by=None, at=at)
    Party.objects.filter(lease__in=leases).delete()
    Asked.objects.filter(lease__in=leases).update(rent="", note="")
    LeaseMove.objects.filter(lease__in=leases).update(note="")
    Lease.objects.filter(pk__in=[lease.pk for lease in leases]).update(
        rent="", code="", needs_note="", reason="", forgotten_at=at)


@forgetter("lease.draft", _("Drafts of leases that nobody sent in"), model=Lease, moment="created_at", days=30,
           due=Q(state=State.DRAFT), source=SOURCE, does=Does.DELETE)
def forget_drafts(leases, *, at):
    for lease in leases:
        _drop_papers(lease)
        audit.record("lease.forget", lease, by=None, at=at)
        lease.delete()


@forgetter("visit.new_name", _("Names of people newly found on visits"), model=Visit, moment="received_at", days=90,
           due=~Q(new_name=""), fields=["new_name"],
           source=_("Personal Information Protection Law, articles 19 and 47: what nobody entered in time"))
def forget_names(visits, *, at):
    Visit.objects.filter(pk__in=[visit.pk for visit in visits]).update(new_name="")


@forgetter("import.rows", _("Uploaded tables of residents and their rows"), model=Batch, moment="created_at", days=30,
           due=Q(forgotten_at=None) & ~Q(state__in=RUNNING), source=SOURCE, fields=["name"], does=Does.DELETE,
           note=_("The figures of the import stay, and it can still be taken back."))
def forget_imports(batches, *, at):
    for batch in batches:
        uploading.forget(batch, at=at)
        audit.record("import.forget", batch, by=None, at=at)


def _drop_papers(lease: Lease) -> None:
    for file in [*attachments.of(lease), *(file for asked in lease.asked.all() for file in attachments.of(asked))]:
        file.delete()
        for stored in (file.file, file.thumbnail):
            if stored:
                transaction.on_commit(lambda stored=stored: stored.storage.delete(stored.name))
