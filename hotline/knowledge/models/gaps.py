"""Questions that no article answers: work for whoever knows."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.roles import Role
from incidents.models.parts import person
from shuangliu.deadlines.models import Step

from ..querysets import GapQuerySet


class Gap(models.Model):
    """知识缺口. A question for which an agent found nothing, or an article that is no longer right (`article` from the
    beginning). `owner` is the department that has to write, none while a supervisor of the hotline decides whose it
    is. It ends answered by an article, or dropped for a reason. `call` as of ArticleUse."""

    class State(models.TextChoices):
        OPEN = "open", _("To be answered")
        ANSWERED = "answered", _("Article written")
        DROPPED = "dropped", _("Not needed")

    county = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", verbose_name=_("county"))
    question = models.CharField(_("question"), max_length=300)
    words = models.CharField(_("searched for"), max_length=100, blank=True)
    call = models.UUIDField(_("call"), null=True)
    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 db_index=False, verbose_name=_("category"))
    owner = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                              db_index=False, verbose_name=_("answers for it"))
    article = models.ForeignKey("hotline.Article", models.PROTECT, null=True, blank=True, related_name="gaps",
                                verbose_name=_("article"))
    asked_at = models.DateTimeField(_("noted at"))
    asked_by = person(_("noted by"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    closed_by = person(_("closed by"))

    objects = GapQuerySet.as_manager()

    class Meta:
        verbose_name = _("gap in the knowledge base")
        verbose_name_plural = _("gaps in the knowledge base")
        indexes = [
            models.Index(fields=["owner", "due_at", "id"], name="gap_queue", condition=Q(due_at__isnull=False)),
            models.Index(fields=["due_at", "id"], name="gap_queue_all", condition=Q(due_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="gap_open_has_deadline", condition=(
                Q(state="open", due_at__isnull=False, closed_at=None)
                | Q(state__in=["answered", "dropped"], due_at=None, closed_at__isnull=False))),
            models.CheckConstraint(name="gap_answered_by_article", condition=~Q(state="answered")
                                   | Q(article__isnull=False)),
            models.CheckConstraint(name="gap_dropped_for_a_reason", condition=~Q(state="dropped") | ~Q(reason="")),
        ]

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return reverse("hotline:gap-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.county.key

    def allows(self, act: str, post) -> bool:
        return post.role != Role.DEPT_HANDLER

    def grants(self, act: str, user) -> bool:
        """A department what was passed to it, wherever it sits."""
        return self.owner_id is not None and any(
            post.role == Role.DEPT_HANDLER and post.department_id == self.owner_id for post in posts_for(user, act))
