"""Acts on an article. Each content it has had is a version; the audit log says which fields changed, not to what."""

import json
from datetime import date, datetime
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..models import Article, ArticleUse, ArticleVersion, Gap
from ..reviews import review_ends
from . import gaps

CONTENT = ("title", "answer", "keywords", "category_id", "owner_id", "valid_from", "valid_to", "review_on", "is_public")
State = Article.State


class ArticleMoved(Conflict):
    """Somebody changed the article meanwhile."""


@transaction.atomic
def write(*, by, at: datetime, gap: Gap | None = None, **content) -> Article:
    """A new one, as a draft; it is going to fill `gap`. A supervisor is told that it waits to be published."""
    article = Article.objects.create(**content)
    _keep_version(article, by=by, at=at, changed=[])
    audit.record("article.written", article, by=by, at=at)
    if gap:
        Gap.objects.open().filter(pk=gap.pk).update(article=article)
    news.tell_of_draft(article, at=at, besides=by)
    return article


@transaction.atomic
def edit(article: Article, *, by, at: datetime, version: int, **content) -> Article:
    """Change what it says; `version` is the one that the editor saw. Nothing changed is no version.
    Raises ArticleMoved."""
    return _change(article, content, "article.edited", by=by, at=at, version=version)


@transaction.atomic
def restore(article: Article, *, by, at: datetime, number: int) -> Article:
    """Put an older version back, as a new one; whether it is published stays. Raises ArticleVersion.DoesNotExist."""
    old = article.versions.get(number=number)
    fields = {one.attname: one for one in Article._meta.concrete_fields}
    content = {name: fields[name].to_python(value) for name, value in old.content.items() if name in CONTENT}
    return _change(article, content, "article.restored", by=by, at=at, version=article.version, came_from=number)


@transaction.atomic
def publish(article: Article, *, by, at: datetime) -> None:
    """Callers are told it from now on, and what asked for it is answered."""
    _move(article, State.DRAFT, "article.published", by=by, at=at, state=State.PUBLISHED,
          due_at=review_ends(article.review_on), alert=Step.NONE)
    for gap in Gap.objects.open().filter(article=article).select_related("county"):
        gaps.answer(gap, by=by, at=at, article=article)


@transaction.atomic
def withdraw(article: Article, *, by, at: datetime, reason: str) -> None:
    _move(article, State.PUBLISHED, "article.withdrawn", by=by, at=at, state=State.WITHDRAWN, due_at=None,
          alert=Step.NONE, told={"reason": reason})


@transaction.atomic
def reopen(article: Article, *, by, at: datetime) -> None:
    """Work on it again, as on a draft."""
    _move(article, State.WITHDRAWN, "article.reopened", by=by, at=at, state=State.DRAFT)


@transaction.atomic
def confirm(article: Article, *, by, at: datetime, review_on: date) -> None:
    """It is still right, says who answers for it; the next look is due on `review_on`."""
    _move(article, State.PUBLISHED, "article.confirmed", by=by, at=at, state=State.PUBLISHED, review_on=review_on,
          due_at=review_ends(review_on), alert=Step.NONE, told={"until": str(review_on)})


@transaction.atomic
def use(article: Article, *, by, at: datetime, call: UUID | None = None) -> None:
    """Somebody answers from it; in one call it counts once. Raises ArticleMoved for one that is not valid."""
    if not article.is_current(localdate(at)):
        raise ArticleMoved(_("The article is not valid today."), article)
    given = {"article": article, "at": at, "by": by, "call": call}
    ArticleUse.objects.bulk_create([ArticleUse(**given)], ignore_conflicts=True)


@transaction.atomic
def remember(article: Article, *, by, at: datetime) -> None:
    """An article that was changed from a file (shuangliu.reference): its version, and its review."""
    last = article.versions.first()
    if last is None:
        _keep_version(article, by=by, at=at, changed=[])
        return
    changed = [name for name in CONTENT if last.content.get(name) != _content(article)[name]]
    article.version = last.number + 1
    if article.state == State.PUBLISHED:
        article.due_at, article.alert = review_ends(article.review_on), Step.NONE
    article.save(update_fields=["version", "due_at", "alert"])
    _keep_version(article, by=by, at=at, changed=changed)


def _change(article: Article, content: dict, verb: str, *, by, at: datetime, version: int,
            came_from: int | None = None) -> Article:
    for name, value in content.items():
        setattr(article, name, value)
    last = article.versions.get(number=version)
    new = _content(article)
    changed = [name for name in CONTENT if new[name] != last.content.get(name)]
    if not changed:
        return article
    moved = {name: getattr(article, name) for name in CONTENT} | {"version": version + 1}
    if article.state == State.PUBLISHED:
        moved |= {"due_at": review_ends(article.review_on), "alert": Step.NONE}
    if not Article.objects.filter(pk=article.pk, version=version, state=article.state).update(**moved):
        raise ArticleMoved(_("Somebody has changed the article meanwhile."), article)
    article.refresh_from_db()
    _keep_version(article, by=by, at=at, changed=changed, came_from=came_from)
    audit.record(verb, article, by=by, at=at, fields=[name.removesuffix("_id") for name in changed],
                 version=article.version, came_from=came_from)
    return article


def _move(article: Article, old: str, verb: str, *, by, at: datetime, told: dict | None = None, **moved) -> None:
    if not Article.objects.filter(pk=article.pk, state=old).update(**moved):
        raise ArticleMoved(_("The article is in another state by now."), article)
    article.refresh_from_db()
    audit.record(verb, article, by=by, at=at, **(told or {}))


def _content(article: Article) -> dict:
    """As JSON has it: days as text."""
    return json.loads(json.dumps({name: getattr(article, name) for name in CONTENT}, cls=DjangoJSONEncoder))


def _keep_version(article: Article, *, by, at: datetime, changed: list[str], came_from: int | None = None) -> None:
    ArticleVersion.objects.create(article=article, number=article.version, content=_content(article), changed=changed,
                                  came_from=came_from, at=at, by=by)
