"""For the house tests: a volunteer, team or call-up in the right state for each route, and lists with many rows."""

from datetime import timedelta

from patrol.models import Volunteer

from ..patrols import shift
from .story import Corps

STATE_FOR = {"detail": "active", "reveal": "active", "certify": "active", "verify": "applied", "activate": "verified",
             "resume": "suspended", "train": "active", "insure": "active", "correct": "active", "bind": "active",
             "suspend": "active", "refuse": "applied", "withdraw": "active"}


def _sample(act: str):
    return lambda cast: Corps(cast).volunteer(STATE_FOR[act])


def _team(cast):
    return Corps(cast).team()


def _member(cast) -> dict:
    corps = Corps(cast)
    team = corps.team(corps.volunteer())
    return {"pk": team.pk, "member": team.members.get().pk, "matter": team}


def _call_up(cast):
    corps = Corps(cast)
    corps.volunteer()
    return corps.call_up()


def _begun(cast):
    corps = Corps(cast)
    corps.volunteer()
    corps.at -= timedelta(hours=6)
    return corps.call_up()


def _answer(cast) -> dict:
    call_up = _call_up(cast)
    return {"pk": call_up.pk, "invitation": call_up.invitations.get().pk, "matter": call_up}


def _shift(cast):


    return shift(cast)


def _asked(cast) -> dict:
    """Somebody else's invitation is nobody's; `volunteer.own` asks for the own."""
    corps = Corps(cast)
    hong = corps.hong()
    return {"pk": corps.call_up().invitations.get(volunteer=hong).pk}


SAMPLES = {
    **{f"patrol:volunteer-{act}": _sample(act) for act in STATE_FOR},
    **{f"patrol:team-{act}": _team for act in ("detail", "edit", "join", "close")}, "patrol:team-leave": _member,
    "patrol:call-up-detail": _call_up, "patrol:call-up-cancel": _call_up, "patrol:call-up-answer": _answer,
    "patrol:call-up-hours": _begun, "patrol:shift-hours": _shift, "patrol:me-answer": _asked,
    "volunteers:answer": _asked, "volunteers:verify-code": lambda cast: {"code": "ABCDEFGHJKMN"},
}


def many(cast, n: int) -> None:
    corps = Corps(cast)
    for _number in range(n):
        corps.fit(abilities=["security", "first_aid"])


def many_teams(cast, n: int) -> None:
    corps = Corps(cast)
    for number in range(n):
        corps.team(corps.volunteer(), name=f"{number}队 {corps.volunteer().pk}")


def many_calls(cast, n: int) -> None:
    corps = Corps(cast)
    corps.volunteer()
    for _number in range(n):
        corps.call_up()


def many_own(cast, n: int) -> None:


    corps = Corps(cast)
    if not Volunteer.objects.filter(user=cast.hong).exists():
        corps.hong()
    for _number in range(n):
        corps.call_up()


LISTS = {"patrol:volunteer-list": ("zhao", many), "patrol:team-list": ("jin", many_teams),
         "patrol:call-up-list": ("jin", many_calls), "patrol:me": ("hong", many_own)}
