"""What a phone keeps to work without a network: pages to fill in, and the outlines round the worker's grid."""

from django.urls import reverse

from grids.jurisdiction import holds, posts_for
from grids.keys import LENGTH


def addresses_of(user) -> list[str]:
    """The addresses that this user's browser keeps a copy of; none for whoever reports nothing.

    Outlines of the community come before those of the grid: a point without an answer of its own is looked up in the
    first.
    """
    if not holds(user, "incident.report"):
        return []
    pages = [reverse("incidents:incident-new"), reverse("patrol:outbox"), reverse("offline")]
    codes = [posts_for(user, "incident.report")[0].area.code]
    if holds(user, "note.write"):
        pages += [reverse("patrol:day"), reverse("patrol:note-new")]
        if holds(user, "courtyard.enter"):
            pages.append(reverse("patrol:courtyard-new"))
        if holds(user, "visit.report"):
            pages.append(reverse("residents:visit-report"))
        codes.insert(0, codes[0][: LENGTH["community"]])
    outlines = reverse("grids:area-outlines")
    return [*pages, *(f"{outlines}?area={code}" for code in dict.fromkeys(codes))]
