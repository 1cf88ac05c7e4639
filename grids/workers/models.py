"""What is kept about the work of a grid worker, and nothing else about the person (domain.md §3.3 1.2)."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import STAFF, Data, Personal

from ..roles import Role


class WorkerFileQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The own file, and those of workers who serve in an area of which `user` may see them."""
        from ..jurisdiction import posts_for  # jurisdiction reads posts, which know of this module
        from ..models import Post

        if not posts_for(user, "worker.view"):
            return self.none()
        here = Post.objects.filter(_desks_q(user), user=OuterRef("user"), role=Role.GRID_WORKER)
        serving = here.on(localdate())
        elsewhere = Post.objects.filter(user=OuterRef("user"), role=Role.GRID_WORKER).on(localdate())
        # Who serves nowhere today is still known where they served.
        return self.filter(Q(user=user) | Exists(serving) | Exists(here) & ~Exists(elsewhere))

    def serving(self, on: date):
        """Those who serve somewhere on that day; `at_key` is the key of the first of their grids."""
        from ..models import Post

        posts = Post.objects.filter(user=OuterRef("user"), role=Role.GRID_WORKER).on(on).order_by("area__key")
        return self.annotate(at_key=Subquery(posts.values("area__key")[:1]),
                             grid_name=Subquery(posts.values("area__name")[:1])).filter(at_key__isnull=False)

    def for_list(self):
        """With what a row prints: name, skills, and the certificates that run out."""
        return self.select_related("user").prefetch_related(
            "skills", Prefetch("certificates", Certificate.objects.filter(valid_until__isnull=False)))


def _desks_q(user) -> Q:
    """Filter for posts in the areas of the desks that `user` sits at."""
    from ..jurisdiction import NOTHING, area_q, posts_for

    desks = [post.area for post in posts_for(user, "worker.view") if post.role != Role.GRID_WORKER]
    return area_q(desks, "area__key") if desks else NOTHING


class Skill(models.Model):
    """专长标签. Something several workers can do: 调解, 急救, 手语."""

    name = models.CharField(_("name"), max_length=20, unique=True)

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills of grid workers")
        ordering = ["name"]

    def __str__(self):
        return self.name


class WorkerFile(models.Model):
    """网格员档案. Made with the first post as a grid worker; it has the number of the person."""

    class Selection(models.TextChoices):
        OPEN = "open", _("Open recruitment")
        COMMUNITY = "community", _("Recommended by the community")
        TRANSFER = "transfer", _("Transferred from another job")
        OTHER = "other", _("Another way")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, primary_key=True, related_name="worker_file",
                                verbose_name=_("user"))
    selection = models.CharField(_("how selected"), max_length=12, choices=Selection, blank=True)
    selected_on = models.DateField(_("selected on"), null=True)
    selected_by = models.CharField(_("selected by"), max_length=60, blank=True)
    document = models.CharField(_("document number"), max_length=100, blank=True)
    skills = models.ManyToManyField(Skill, blank=True, related_name="workers", verbose_name=_("skills"))

    personal = Personal(**STAFF, fields={"user": Data.LINK, "selected_by": Data.WORK, "document": Data.WORK})
    objects = WorkerFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker file")
        verbose_name_plural = _("worker files")

    def __str__(self):
        return str(self.user)

    def get_absolute_url(self):
        return reverse("grids:worker-detail", args=[self.pk])

    @cached_property
    def posts(self) -> list:
        """Those as a grid worker, newest first."""
        return list(self.user.posts.filter(role=Role.GRID_WORKER).select_related("area__parent")
                    .defer("area__outline", "area__parent__outline").order_by("-valid_from", "-id"))

    @property
    def serving(self) -> list:
        """The posts of today; where there are none, all that were."""
        today = localdate()
        return [post for post in self.posts
                if post.valid_from <= today and (not post.valid_to or post.valid_to >= today)] or self.posts

    @property
    def area_key(self) -> int:
        return self.serving[0].area.key

    def allows(self, act: str, post) -> bool:
        """A worker has the own file only; desks have those of their area."""
        return post.role != Role.GRID_WORKER or post.user_id == self.user_id

    def grants(self, act: str, user) -> bool:
        """One's own, and whoever serves in several places is known to the desks of each."""
        from ..jurisdiction import covers, posts_for

        desks = [post for post in posts_for(user, act) if post.role != Role.GRID_WORKER]
        return (act == "worker.view" and user.pk == self.user_id) or any(
            covers(desk, post.area.key) for desk in desks for post in self.serving)


class Training(models.Model):
    """培训记录. A course the worker attended."""

    class Result(models.TextChoices):
        ATTENDED = "attended", _("Attended")
        PASSED = "passed", _("Passed")

    file = models.ForeignKey(WorkerFile, models.CASCADE, related_name="trainings", verbose_name=_("worker file"))
    held_on = models.DateField(_("date"))
    topic = models.CharField(_("topic"), max_length=100)
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1)
    result = models.CharField(_("result"), max_length=8, choices=Result, default=Result.ATTENDED)

    personal = Personal(**STAFF, fields={"topic": Data.WORK})

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(name="training_hours_above_zero", condition=Q(hours__gt=0)),
            models.CheckConstraint(name="training_result_known", condition=Q(result__in=["attended", "passed"])),
        ]

    def __str__(self):
        return self.topic


class Certificate(models.Model):
    """证书. What the worker may show; without `valid_until` it does not run out."""

    file = models.ForeignKey(WorkerFile, models.CASCADE, related_name="certificates", verbose_name=_("worker file"))
    name = models.CharField(_("name"), max_length=100)
    number = models.CharField(_("certificate number"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    personal = Personal(**STAFF, fields={"name": Data.WORK, "number": Data.WORK})

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_on", "-id"]
        indexes = [models.Index(fields=["valid_until"], name="certificate_runs_out",
                                condition=Q(valid_until__isnull=False))]
        constraints = [models.CheckConstraint(name="certificate_range", condition=Q(valid_until=None)
                                              | Q(valid_until__gte=models.F("issued_on")))]

    def __str__(self):
        return self.name
