"""What leases hold of a person, for the person: the leases to which they are a party, without the data of the other
side (PIPL art. 45)."""

from django.utils.translation import gettext_lazy as _

from shuangliu.subjects.registry import Holder, holder
from shuangliu.subjects.states import Ground

from .models import Lease, Party
from .states import OPEN


@holder("residents.lease", _("Registration of leases"), act="lease.view")
class Leases(Holder):
    kept = _("A lease speaks for both sides: it is kept while it runs and a year after, then the parties are taken out "
             "of it (Personal Information Protection Law, article 47).")

    def find(self, who):
        return who.among(Party.objects.select_related("lease__dwelling__building"))

    def title(self, party):
        return party.lease.number

    def facts(self, party):
        lease = party.lease
        return [(_("side"), party.get_role_display()), (_("full name"), party.name),
                (_("kind of document"), party.get_document_display()), (_("ID number"), party.id_number),
                (_("phone"), party.phone), (_("address"), lease.where), (_("state"), lease.get_state_display()),
                (_("starts on"), lease.starts_on), (_("ends on"), lease.ends_on),
                (_("rent (yuan a month)"), lease.rent), (_("left on"), party.left_on),
                (_("registered at"), lease.registered_at)]

    def correct_at(self, party):
        return party.lease.get_absolute_url()

    def restricts(self, party):
        return [party.lease, party]

    def why_used(self, party):
        if party.lease.state in OPEN or party.lease.is_in_force:
            return Ground.NEEDED, str(_("The lease is running."))
        return "", ""


@holder("residents.asked", _("Requests about leases"), act="lease.view")
class LeaseRequests(Holder):
    kept = Leases.kept

    def find(self, who):
        leases = {party.lease_id for party in who.among(Party.objects.all())}
        return list(Lease.objects.filter(pk__in=leases, asked__isnull=False).distinct())

    def facts(self, lease):
        return [(asked.get_kind_display(), " · ".join(filter(None, [
            f"{asked.at:%Y-%m-%d}", asked.get_side_display(), asked.get_answer_display(), asked.why])))
            for asked in lease.asked.order_by("id")]

    def why_used(self, lease):
        return Ground.NEEDED, str(_("It belongs to the lease."))
