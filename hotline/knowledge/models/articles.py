"""A question and its answer, its versions, and how often it was used."""

import secrets
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.keys import truncate
from grids.models import Level
from grids.roles import Role
from incidents.models.parts import person
from shuangliu.deadlines.models import Step

from ..querysets import ArticleQuerySet

REVIEWED = Q(due_at__isnull=False)


def new_code() -> str:
    return f"zs-{secrets.token_hex(8)}"


class Article(models.Model):
    """知识条目. What the hotline says to a question, and who answers for its being right.

    `owner` is the department that knows; from `valid_from` to `valid_to` it is true. `review_on` is the day by which
    the owner looks at it again; while it is published `due_at` is the end of that day. `version` counts the contents it
    has had (ArticleVersion). `used_in_year` is counted anew every night from the uses. `code` finds it again in a file.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn article")

    searched = ("title", "keywords", "answer")

    code = models.SlugField(_("code"), max_length=40, unique=True, default=new_code)
    title = models.CharField(_("question"), max_length=100)
    answer = models.TextField(_("answer"), max_length=5000)
    keywords = models.CharField(_("keywords"), max_length=200, blank=True,
                                help_text=_("Other words that callers use, with blanks between."))
    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name=_("category"))
    owner = models.ForeignKey("grids.Department", models.PROTECT, related_name="articles",
                              verbose_name=_("answers for it"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    review_on = models.DateField(_("look at again on"))
    is_public = models.BooleanField(_("in the public service guide"), default=False)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    due_at = models.DateTimeField(_("review due at"), null=True, editable=False)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE, editable=False)
    used_in_year = models.PositiveIntegerField(_("uses within a year"), default=0, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article of the knowledge base")
        verbose_name_plural = _("articles of the knowledge base")
        indexes = [
            models.Index(fields=["owner", "due_at", "id"], name="article_review", condition=REVIEWED),
            models.Index(fields=["due_at", "id"], name="article_review_all", condition=REVIEWED),
            models.Index(fields=["state", "-id"], name="article_state"),
        ]
        constraints = [
            models.CheckConstraint(name="article_state_known", condition=Q(state__in=[
                "draft", "published", "withdrawn"])),
            models.CheckConstraint(name="article_valid_range", condition=Q(valid_to=None)
                                   | Q(valid_to__gte=F("valid_from")),
                                   violation_error_message=_("The last day is not before the first.")),
            models.CheckConstraint(name="article_published_is_reviewed", condition=(
                Q(state="published", due_at__isnull=False) | ~Q(state="published") & Q(due_at=None))),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("hotline:article-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.owner.area.key

    def is_current(self, today: date) -> bool:
        return (self.state == self.State.PUBLISHED and self.valid_from <= today
                and (self.valid_to is None or self.valid_to >= today))

    def allows(self, act: str, post) -> bool:
        """A department has its own, and of these the drafts only to change; an agent changes drafts too. What callers
        are told already is changed by a supervisor of the hotline."""
        if post.role == Role.DEPT_HANDLER and post.department_id != self.owner_id:
            return False
        return act != "article.edit" or post.role == Role.HOTLINE_LEAD or self.state == self.State.DRAFT

    def grants(self, act: str, user) -> bool:
        """What is published every department of the county may read."""
        county = truncate(self.area_key, Level.COUNTY)
        return act == "article.view" and self.state == self.State.PUBLISHED and any(
            truncate(post.area.key, Level.COUNTY) == county for post in posts_for(user, act))


class ArticleVersion(models.Model):
    """条目版本. What an article said from a moment on. `content` holds the fields of a version (actions.CONTENT),
    `changed` the names of those that differ from the version before, `came_from` the older one that was put back."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions", verbose_name=_("article"))
    number = models.PositiveIntegerField(_("version"))
    content = models.JSONField(_("contents"))
    changed = models.JSONField(_("what changed"), default=list)
    came_from = models.PositiveIntegerField(_("put back from version"), null=True)
    at = models.DateTimeField(_("at"))
    by = person(_("by"))

    class Meta:
        verbose_name = _("version of an article")
        verbose_name_plural = _("versions of articles")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="article_version_once")]

    def __str__(self):
        return f"{self.article_id}/{self.number}"


class ArticleUse(models.Model):
    """条目使用. Somebody answered from it. `call` is the key of the form of the call, which the ticket that comes of
    it has too (Ticket.uuid); empty where no call was."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="uses", db_index=False,
                                verbose_name=_("article"))
    at = models.DateTimeField(_("at"))
    by = person(_("by"))
    call = models.UUIDField(_("call"), null=True)

    class Meta:
        verbose_name = _("use of an article")
        verbose_name_plural = _("uses of articles")
        indexes = [models.Index(fields=["article", "-at"], name="article_use"),
                   models.Index(fields=["at"], name="article_use_at")]
        constraints = [models.UniqueConstraint(fields=["article", "call"], condition=Q(call__isnull=False),
                                               name="article_use_once_a_call")]

    def __str__(self):
        return f"{self.article_id} {self.at}"
