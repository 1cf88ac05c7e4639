"""Teams of volunteers, and who is in them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ..kinds import TeamKind
from ..querysets import TeamQuerySet
from .people import Volunteer


class Team(AreaKeyed):
    """红袖套队伍. A team of one community or town; `leader` is one of its members."""

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=9, choices=TeamKind)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    leader = models.ForeignKey(Volunteer, models.SET_NULL, null=True, related_name="+", verbose_name=_("team leader"))
    closed_on = models.DateField(_("given up on"), null=True, blank=True)

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("team of volunteers")
        verbose_name_plural = _("teams of volunteers")
        indexes = [
            models.Index(fields=["community_key", "id"], name="team_community"),
            models.Index(fields=["town_key", "id"], name="team_town"),
            models.Index(fields=["county_key", "id"], name="team_county"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="team_name_once", condition=Q(closed_on=None)),
            models.CheckConstraint(name="team_kind_known", condition=Q(kind__in=TeamKind.values)),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("patrol:team-detail", args=[self.pk])


class TeamMember(models.Model):
    """队员. That a volunteer belongs to a team, from one day to another."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="members", verbose_name=_("team of volunteers"))
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="memberships", verbose_name=_("volunteer"))
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left the team on"), null=True)

    class Meta:
        verbose_name = _("member of a team")
        verbose_name_plural = _("members of teams")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["team", "volunteer"], name="team_member_once", condition=Q(left_on=None)),
            models.CheckConstraint(name="team_member_range", condition=(
                Q(left_on=None) | Q(left_on__gte=F("joined_on")))),
        ]

    def __str__(self):
        return f"{self.team_id}: {self.volunteer_id}"
