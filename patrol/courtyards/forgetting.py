"""What is forgotten of courtyards: the names of former committees."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.retention.registry import forgetter

from .limits import FORGET_AFTER
from .models import CommitteeMember


@forgetter("courtyard.member", _("Names of former members of courtyard committees"), model=CommitteeMember,
           moment="left_on", days=FORGET_AFTER, due=~Q(name=""), fields=["name", "phone"],
           source=_("Personal Information Protection Law, article 19; Network Data Security Regulation, article 12"))
def forget_members(members, *, at):
    CommitteeMember.objects.filter(pk__in=[member.pk for member in members]).update(name="", phone="", phone_hash="")
