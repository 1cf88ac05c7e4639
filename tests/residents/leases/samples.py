"""For the house tests: a lease in the right state for each route, and lists with many rows."""

from residents.leases import actions
from residents.leases.models import Lease

from .story import Lettings, somebody

STATE_FOR = {
    "detail": "registered", "reveal": "registered", "certificate": "registered", "submit": "draft",
    "need-more": "submitted", "complete": "need_more", "accept": "submitted", "register": "accepted",
    "refuse": "submitted", "withdraw": "submitted", "correct": "submitted", "decline": "asked", "change": "registered",
    "renew": "registered", "end": "registered",
}


def _sample(act: str):
    def made(cast) -> Lease:
        by = {"by": cast.xie} if act == "submit" else {}
        return Lettings(cast).lease(STATE_FOR[act], **by)

    return made


def _party(cast) -> dict:
    lease = Lettings(cast).lease("submitted")
    return {"pk": lease.pk, "party": lease.parties.first().pk, "matter": lease}


def held(cast) -> Lease:
    """A lease of premises that Luo holds."""
    lettings = Lettings(cast)
    lease = lettings.lease()
    actions.bind(lease.dwelling, by=cast.xie, at=lettings.at, user=cast.luo)
    return lease


def _holder(cast) -> dict:
    dwelling = held(cast).dwelling
    return {"pk": dwelling.pk, "holder": dwelling.holders.get().pk, "matter": dwelling}


SAMPLES = {
    **{f"residents:lease-{act}": _sample(act) for act in STATE_FOR},
    "api:lease-detail": _sample("detail"),
    "residents:lease-party": _party,
    "residents:holder-list": lambda cast: held(cast).dwelling,
    "residents:holder-loose": _holder,
    "leases:own": held,
    "leases:own-certificate": held,
    "leases:safety": lambda cast: {"pk": held(cast).dwelling_id},
    "leases:verify-code": lambda cast: {"code": "ABCDEFGHJKMN"},
}


def many(cast, n: int) -> None:
    lettings = Lettings(cast)
    for _number in range(n):
        lettings.file(landlords=[somebody("罗永贵")], tenants=[somebody("唐秀英"), somebody("刘小波")])


def many_held(cast, n: int) -> None:
    for _number in range(n):
        held(cast)


LISTS = {"residents:lease-list": ("xie", many), "api:lease-list": ("xie", many),
         "leases:mine": ("luo", many_held)}
