"""Blocked senders: the supervisor decides, for a time, with a reason (domain.md §7 rule 11: no machine does)."""

from datetime import date, datetime
from ipaddress import ip_address, ip_network

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.guard.addresses import address_of

from .models import Block

WIDEST = {4: 16, 6: 32}  # a wider network is half a province


def blocked(request, phone: str = "") -> Block | None:
    """The block that holds for this address or this phone today. Two queries at most."""
    here = Block.objects.on(localdate())
    if phone and (found := here.filter(phone_hash__of=phone).first()):
        return found
    address = address_of(request).partition("/")[0]
    if not address:
        return None
    own = ip_address(address)
    # There are few of them: an address is compared with each.
    networks = here.exclude(network="")
    return next((block for block in networks if own in ip_network(block.network)), None)


def network_of(text: str) -> str:
    """The network that a person wrote: 203.0.113.9 or 203.0.113.0/24. Raises ValidationError."""
    try:
        network = ip_network(text.strip(), strict=False)
    except ValueError:
        raise ValidationError(_("This is no address such as 203.0.113.9 or 203.0.113.0/24.")) from None
    if network.prefixlen < WIDEST[network.version]:
        raise ValidationError(_("This network is too wide: it would hit people who did nothing."))
    return str(network)


@transaction.atomic
def block(*, by, at: datetime, area, reason: str, until: date, phone_hash: str = "", network: str = "") -> Block:
    """停用. The same sender blocked again has the new day and the new reason."""
    Block.objects.on(localdate(at)).filter(phone_hash=phone_hash, network=network).update(lifted_at=at, lifted_by=by)
    made = Block.objects.create(phone_hash=phone_hash, network=network, area_key=area.key, reason=reason, by=by, at=at,
                                until=until)
    audit.record("block.made", made, by=by, at=at, until=str(until))
    return made


@transaction.atomic
def lift(made: Block, *, by, at: datetime) -> None:
    """解除. Doing it twice changes nothing."""
    if Block.objects.filter(pk=made.pk, lifted_at=None).update(lifted_at=at, lifted_by=by):
        audit.record("block.lifted", made, by=by, at=at)
