"""What is still missing before a dispute may be taken on (人民调解法 art. 17, 23; domain.md §5.2)."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from .models import Case, Standing
from .models.cases import Basis
from .models.parties import Side


def gaps(case: Case, basis: str) -> list[str]:
    """One sentence for each thing that is missing; none: it may be accepted on this basis."""
    parties = list(case.parties.prefetch_related("representatives", "consents"))
    found = [_("The %(side)s has not been written down yet.") % {"side": side.label}
             for side in Side if side not in {party.role for party in parties}]
    for party in parties:
        standing = Standing(party)
        if standing.refuses:
            found.append(_("%(party)s refuses mediation.") % {"party": party.label})
        elif basis == Basis.CONSENT and not standing.agrees:
            found.append(_("%(party)s has not agreed to mediation yet.") % {"party": party.label})
        if basis == Basis.CONSENT and not standing.told:
            found.append(_("%(party)s has not been told of rights and duties yet.") % {"party": party.label})
        if party.is_minor_on(localdate(case.registered_at)) and not party.has_guardian:
            found.append(_("%(party)s is a minor and needs a guardian.") % {"party": party.label})
    return found
