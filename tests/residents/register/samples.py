"""For the house tests: somebody, a home and a building of the first grid."""

from ..story import Homes

SAMPLES = {
    "residents:person-detail": lambda cast: Homes(cast).register(),
    "residents:building-detail": lambda cast: Homes(cast).building(),
    "residents:dwelling-detail": lambda cast: Homes(cast).dwelling(),
}
LISTS = {}
