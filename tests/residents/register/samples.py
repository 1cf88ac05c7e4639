"""For the house tests: somebody, a home, a household, a pair; and lists with many rows."""

from residents.models import Building, Person

from .story import Register, numbered


def _of(name: str):
    return lambda cast: getattr(Register(cast), name)()


def _permit(cast) -> dict:
    permit = Register(cast).permit()
    return {"pk": permit.person_id, "permit": permit.pk, "matter": permit.person}


def _merge(cast) -> dict:
    done = Register(cast).merged()
    return {"pk": done.kept_id, "merge": done.pk, "matter": done.kept}


def _elsewhere(cast) -> dict:
    pair = Register(cast).pair_elsewhere()
    return {"pk": pair.one_id, "pair": pair.pk, "matter": pair.one}


def _member(cast) -> dict:
    household = Register(cast).household()
    return {"pk": household.pk, "member": household.members.last().pk, "matter": household}


SAMPLES = {
    **{f"residents:person-{act}": _of("luo") for act in ("detail", "reveal", "correct", "confirm", "move-in",
                                                         "move-out", "permit", "compare")},
    "api:resident-detail": _of("luo"),
    "residents:permit-correct": _permit,
    "residents:person-unmerge": _merge,
    **{f"residents:duplicate-{act}": _of("pair") for act in ("detail", "part")},
    "residents:duplicate-ask": _elsewhere,
    **{f"residents:household-{act}": _of("household") for act in ("detail", "join", "relate", "split", "correct")},
    "residents:household-leave": _member,
    "residents:household-form": _of("dwelling"),
    **{f"residents:building-{act}": _of("building") for act in ("detail", "fill", "correct")},
    **{f"residents:dwelling-{act}": _of("dwelling") for act in ("detail", "correct")},
}


def _buildings(cast, n: int) -> None:
    homes = Register(cast)
    there = Building.objects.count()
    for number in range(there, there + n):
        homes.building(name=f"棠湖小区{number}栋")


def _dwellings(cast, n: int) -> None:
    homes = Register(cast)
    there = homes.building().dwellings.count()
    for number in range(there, there + n):
        homes.dwelling(room=str(number))


def _people(cast, n: int) -> None:
    homes, there = Register(cast), Person.objects.count()
    for number in range(there, there + n):
        homes.register(name=f"人{number}", number=numbered(number), dwelling=homes.dwelling(room=str(number)))


def _pairs(cast, n: int) -> None:
    """Born on a day, called the same, without a number."""
    homes, there = Register(cast), Register(cast).building().dwellings.count()
    for number in range(there, there + n):
        for room in ("a", "b"):
            homes.register(name=f"同名{number}", number="", phone=f"139{number:08d}",
                           dwelling=homes.dwelling(room=f"{number}{room}"))


def _pairs_elsewhere(cast, n: int) -> None:
    homes, there = Register(cast), Person.objects.count()
    for number in range(there, there + n):
        for area, by in ((cast.grid, cast.xie), (cast.areas["510116002001001"], cast.yan)):
            homes.register(name=f"两处{number}", number="", phone=f"137{number:08d}", by=by,
                           dwelling=homes.dwelling(room=str(number), area=area))


LISTS = {
    "api:resident-list": ("xie", _people),
    "residents:person-list": ("xie", _people), "residents:building-list": ("xie", _buildings),
    "residents:dwelling-list": ("xie", _dwellings), "residents:duplicate-list": ("xie", _pairs),
    "residents:duplicate-elsewhere": ("xie", _pairs_elsewhere),
}
