"""What a phone keeps to work without a network: pages to fill in, and the outlines round the worker's grid."""

from django.urls import reverse

from grids.jurisdiction import holds, posts_for
from grids.keys import LENGTH


def addresses_of(user) -> list[str]:
    """The addresses that this user's browser keeps a copy of; none for whoever neither reports nor walks.

    Outlines of the community come before those of the grid: a point without an answer of its own is looked up in the
    first.
    """
    reports, walks = holds(user, "incident.report"), holds(user, "shift.walk")
    if not reports and not walks:
        return []
    pages, codes = [reverse("patrol:outbox"), reverse("offline")], []
    if walks:
        pages += [reverse(f"patrol:{name}") for name in ("day", "my-shifts", "check-in", "here-offline", "finding-new")]
    if reports:
        pages.insert(0, reverse("incidents:incident-new"))
        codes.append(posts_for(user, "incident.report")[0].area.code)
    if holds(user, "note.write"):
        pages.append(reverse("patrol:note-new"))
        if holds(user, "courtyard.enter"):
            pages.append(reverse("patrol:courtyard-new"))
        if holds(user, "visit.report"):
            pages.append(reverse("residents:visit-report"))
        codes.insert(0, codes[0][: LENGTH["community"]])
    outlines = reverse("grids:area-outlines")
    return [*pages, *(f"{outlines}?area={code}" for code in dict.fromkeys(codes))]
