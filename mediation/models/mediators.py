"""Who mediates."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Post
from grids.roles import MEDIATORS, Role
from mediation.personal import NETWORK
from shuangliu.privacy.personal import Data, Personal

from .categories import DisputeCategory
from .network import MediationOrg, NetworkQuerySet, keys_above

COMMON = {"纠纷", "争议", "相关", "其他", "关系", "管理"}  # in names of many categories


class MediatorQuerySet(NetworkQuerySet):
    area_path = "org__area"

    def active(self):
        """In an organisation that is in service."""
        return super().active().filter(org__is_active=True)

    def assignable_to(self, case):
        """Who may be given this case: active, their organisation's centre serves the place (or is above the centre of
        elsewhere that has it), and, where they have an account, a mediator's post of today there."""
        keys, today = keys_above(case.host_key or case.area_key), localdate()
        posted = Post.objects.on(today).filter(role__in=MEDIATORS, area__key__in=keys, user__is_active=True)
        return self.active().filter(
            Q(user=None) | Q(user__in=posted.values("user")),
            org__center__is_active=True, org__center__area__key__in=keys)


    def managed_by(self, user):
        """Whose own manager `user` is: the manager at the place of their centre, or, where there is none, of the area
        that holds it."""
        managers = Post.objects.on(localdate()).filter(role=Role.CENTER_MANAGER)
        managed = Q(pk__in=[])
        for post in posts_for(user, "figure.mediators"):
            area = post.area
            above = Q(org__center__area__key__gte=area.low, org__center__area__key__lt=area.high)
            nearer = Exists(managers.filter(area=OuterRef("org__center__area")).exclude(area=area))
            managed |= Q(org__center__area=area) | above & ~nearer
        return self.filter(managed)

    def figures_visible_to(self, user):
        """Figures of a mediator are for their own manager and for themselves (domain.md §6): nobody is ranked."""
        return self.filter(Q(pk__in=self.managed_by(user).values("pk")) | Q(user=user))


class Mediator(models.Model):
    """调解员. A member of an organisation. Without an account the centre's clerk writes for them."""

    class Rank(models.TextChoices):
        MEDIATOR = "mediator", _("Mediator")
        CHIEF = "chief", _("Chief mediator")
        EXPERT = "expert", _("Mediation champion")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True,
                                related_name="mediator", verbose_name=_("account"))
    name = models.CharField(_("full name"), max_length=64)
    org = models.ForeignKey(MediationOrg, models.PROTECT, related_name="mediators",
                            verbose_name=_("mediation organisation"))
    rank = models.CharField(_("rank"), max_length=10, choices=Rank, default=Rank.MEDIATOR)
    skills = models.CharField(_("skills"), max_length=200, blank=True)
    specialties = models.ManyToManyField(DisputeCategory, blank=True, related_name="mediators",
                                         verbose_name=_("specialties"))
    active_from = models.DateField(_("active from"), null=True, blank=True)
    active_until = models.DateField(_("active until"), null=True, blank=True, editable=False)
    is_active = models.BooleanField(_("active"), default=True)

    personal = Personal(**NETWORK, fields={"name": Data.NAME, "skills": Data.WORK})
    objects = MediatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediator")
        verbose_name_plural = _("mediators")
        ordering = ["org__area__key", "id"]
        constraints = [
            models.CheckConstraint(name="mediator_serves_without_end",
                                   condition=Q(is_active=False) | Q(active_until=None)),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("mediation:mediator-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.org.area.key

    def allows(self, act: str, post) -> bool:
        """The page of a mediator is their manager's and their own, not their colleagues'."""
        return post.role not in MEDIATORS or self.user_id == post.user_id

    def grants(self, act: str, user) -> bool:
        return act in {"mediator.view", "mediator.declare"} and self.user_id == user.pk

    def knows(self, category: DisputeCategory) -> bool:
        """Whether the skills name such disputes, by two characters in common with it: 物业服务, 物业及其管理."""
        words = category.name + (category.parent.name if category.parent else "")
        pairs = {words[n:n + 2] for n in range(len(words) - 1)} - COMMON
        return any(pair in self.skills for pair in pairs)
