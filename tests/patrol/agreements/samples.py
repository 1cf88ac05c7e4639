"""For the house tests: an agreement in the right state for each route, and lists with many rows."""

from patrol.agreements.models import FourPartyAgreement

from .story import Village

STATE_FOR = {
    "detail": "active", "print": "draft", "reveal": "active", "correct": "draft", "sign": "draft", "unsign": "signed",
    "activate": "signed", "claim": "active", "count": "active", "renew": "active", "terminate": "active",
}


def _sample(act: str):
    def made(cast) -> FourPartyAgreement:
        return Village(cast).agreement(STATE_FOR[act])

    return made


def _claim(cast) -> dict:
    village = Village(cast)
    agreement = village.agreement()
    return {"pk": agreement.pk, "claim": village.claim(agreement).pk, "matter": agreement}


def _duty(cast) -> dict:
    agreement = Village(cast).agreement()
    return {"pk": agreement.pk, "duty": agreement.duties.first().pk, "matter": agreement}


SAMPLES = {
    **{f"patrol:agreement-{act}": _sample(act) for act in STATE_FOR},
    "patrol:agreement-settle": _claim,
    "patrol:agreement-mark": _duty,
    "api:agreement-detail": _sample("detail"),
}


def many(cast, n: int) -> None:
    village = Village(cast)
    for _number in range(n):
        agreement = village.agreement()
        village.claim(agreement)


LISTS = {"patrol:agreement-list": ("zhao", many), "patrol:agreement-duties": ("zhao", many),
         "patrol:agreement-results": ("chen", many), "api:agreement-list": ("sun", many)}
