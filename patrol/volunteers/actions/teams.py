"""Teams are formed, joined, left and given up."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..models import Team, TeamMember, Volunteer
from ..states import SERVING, State
from .entering import activate


def form_team(*, by, at: datetime, area: Area, name: str, kind: str) -> Team:
    """Raises ValidationError (`name`) where the area has a team of this name."""
    with transaction.atomic():
        team = Team(area=area, area_key=area.key, name=name, kind=kind)
        _save(team, force_insert=True)
        audit.record("team.form", team, by=by, at=at)
    return team


def edit_team(team: Team, *, by, at: datetime, name: str, kind: str, leader: Volunteer | None) -> None:
    """Raises ValidationError for a name that is taken, and for a leader who is no member."""
    with transaction.atomic():
        row = _standing(team)
        if leader and not row.members.filter(volunteer=leader, left_on=None).exists():
            raise ValidationError({"leader": _("The leader is one of the members.")})
        row.name, row.kind, row.leader = name, kind, leader
        _save(row)
        audit.record("team.edit", row, by=by, at=at)


@transaction.atomic
def join_team(team: Team, volunteer: Volunteer, *, by, at: datetime) -> TeamMember:
    """Whoever was only seen begins to serve with it. A second time changes nothing. Raises Conflict for who does not
    serve, and for a team given up."""
    row = _standing(team)
    if volunteer.state not in SERVING:
        raise Conflict(_("“%(state)s”: only who serves joins a team.") % {"state": volunteer.get_state_display()},
                       matter=volunteer)
    member, is_new = TeamMember.objects.get_or_create(team=row, volunteer=volunteer, left_on=None,
                                                      defaults={"joined_on": localdate(at)})
    if is_new:
        audit.record("team.join", row, by=by, at=at, volunteer=volunteer.pk)
        if volunteer.state == State.VERIFIED:
            activate(volunteer, by=by, at=at)
    return member


@transaction.atomic
def leave_team(member: TeamMember, *, by, at: datetime) -> None:
    """A second time changes nothing."""
    if TeamMember.objects.filter(pk=member.pk, left_on=None).update(left_on=localdate(at)):
        Team.objects.filter(pk=member.team_id, leader=member.volunteer_id).update(leader=None)
        audit.record("team.leave", member.team, by=by, at=at, volunteer=member.volunteer_id)


@transaction.atomic
def close_team(team: Team, *, by, at: datetime) -> None:
    """Given up: its members stay volunteers."""
    row = _standing(team)
    row.members.filter(left_on=None).update(left_on=localdate(at))
    Team.objects.filter(pk=row.pk).update(closed_on=localdate(at), leader=None)
    audit.record("team.close", row, by=by, at=at)


def _standing(team: Team) -> Team:
    row = Team.objects.select_for_update().get(pk=team.pk)
    if row.closed_on:
        raise Conflict(_("The team was given up on %(day)s.") % {"day": row.closed_on}, matter=row)
    return row


def _save(team: Team, **how) -> None:
    try:
        with transaction.atomic():
            team.save(**how)
    except IntegrityError:
        raise ValidationError({"name": _("This area has a team of this name.")}) from None
