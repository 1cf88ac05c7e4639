"""For the house tests: cameras and neighbours in the first town, and lists with many."""

from .story import camera, fault_category, faulty, neighbour


def _reportable(cast):
    fault_category()
    return camera(cast)


def _restorable(cast):
    """Its incident came to nothing."""
    from incidents import actions as incidents
    from tests.conftest import NOW

    found = faulty(cast)
    incidents.reject(found.incident, by=cast.zhao, at=NOW, reason="重复")
    found.refresh_from_db()
    return found


SAMPLES = {
    **dict.fromkeys(("patrol:camera-detail", "patrol:camera-correct", "patrol:camera-remove"), camera),
    "patrol:camera-report": _reportable,
    "patrol:camera-restore": _restorable,
    **{f"patrol:neighbour-{act}": neighbour for act in ("detail", "correct", "confirm", "reveal")},
}


def many_cameras(cast, n: int) -> None:
    for _number in range(n):
        camera(cast, filing="", has_sign=False)


def many_neighbours(cast, n: int) -> None:
    for _number in range(n):
        neighbour(cast)


LISTS = {"patrol:camera-list": ("tang", many_cameras), "patrol:camera-gaps": ("tang", many_cameras),
         "patrol:camera-map": ("chen", many_cameras), "patrol:neighbour-list": ("sun", many_neighbours)}
