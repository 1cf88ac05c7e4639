"""Reading, writing and keeping articles."""

from copy import copy
from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu import search
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from ...models import Ticket
from .. import actions, finding
from ..forms import ArticleFilter, ArticleForm, ReasonForm, ReviewForm
from ..models import Article, ArticleVersion, Gap
from ..reviews import AHEAD, USUAL, review_ends
from .acts import act_page

GET_AND_POST = require_http_methods(["GET", "POST"])
ROWS = Article.objects.select_related("owner__area", "category").defer("owner__area__outline")
MOST = 50


@require_safe
@allows("article.view")
def article_list(request):
    """With `q` the best first, else the newest first."""
    today, form = localdate(), ArticleFilter(request.GET, user=request.user)
    articles = form.narrow(Article.objects.visible_to(request.user), today).for_queue()
    words, page = form.cleaned_data.get("q", ""), None
    if words:
        rows = finding.explained(finding.ranked(articles, words, MOST), words)
    else:
        page = keyset.page(articles, order=("-id",), after=request.GET.get("after"))
        rows = finding.explained(page.rows, "")
    lines = [(one.article, search.marked(one.article.title, one.marks), search.marked(one.excerpt, one.marks))
             for one in rows]
    return render(request, "hotline/knowledge/article_list.html", {
        "form": form, "lines": lines, "page": page, "words": words, "today": today,
        "may_write": holds(request.user, "article.write"), "may_note": holds(request.user, "gap.note"),
        "may_see_gaps": holds(request.user, "gap.view"), "may_confirm": holds(request.user, "article.confirm"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("article.view")
def article_detail(request, pk):
    article, user, today = _article(request, pk, "article.view"), request.user, localdate()
    uses = list(article.uses.select_related("by").order_by("-at", "-id")[:10]) if holds(user, "ticket.view") else []
    tickets = {ticket.uuid: ticket for ticket in Ticket.objects.visible_to(user).filter(
        uuid__in=[use.call for use in uses if use.call])}
    return render(request, "hotline/knowledge/article_detail.html", {
        "article": article, "today": today, "is_current": article.is_current(today),
        "used_lately": article.uses.filter(at__gte=now() - timedelta(days=30)).count(),
        "uses": [(use, tickets.get(use.call)) for use in uses],
        "changed": article.versions.select_related("by").first(),
        "gaps": Gap.objects.visible_to(user).open().filter(article=article)[:5],
        "may": {act: may(user, f"article.{act}", article)
                for act in ("edit", "publish", "withdraw", "reopen", "confirm", "use")},
        "may_note": holds(user, "gap.note"), "is_late": article.due_at is not None and article.due_at <= now(),
    })


@GET_AND_POST
@allows("article.write")
def article_write(request):
    """`?gap=` begins with a question that nothing answered, and is its answer once it is published."""
    gap = _gap(request)
    begun = gap and {"title": gap.question[:100], "category": gap.category, "owner": gap.owner}
    form = ArticleForm(unsent.typed(request), user=request.user, initial=begun or {})
    if request.method == "POST" and form.is_valid():
        article = actions.write(by=request.user, at=now(), gap=gap, **form.content)
        messages.success(request, _("Kept as a draft. A hotline supervisor publishes it."))
        return redirect(article)
    return _form(request, form, _("Write an article"), article=None, gap=gap)


@GET_AND_POST
@allows("article.edit")
def article_edit(request, pk):
    article = _article(request, pk, "article.edit")
    form = ArticleForm(unsent.typed(request), user=request.user, instance=copy(article))
    if request.method == "POST" and form.is_valid():
        actions.edit(article, by=request.user, at=now(), version=form.cleaned_data["version"], **form.content)
        messages.success(request, _("Changed; the version before is kept."))
        return redirect(article)
    return _form(request, form, _("Edit the article"), article=article)


@require_safe
@allows("article.view")
def article_versions(request, pk):
    article = _article(request, pk, "article.view")
    labels = {one.attname: one.verbose_name for one in Article._meta.concrete_fields}
    lines = [(version, [labels.get(name, name) for name in version.changed])
             for version in article.versions.select_related("by")[:MOST]]
    return render(request, "hotline/knowledge/article_versions.html", {
        "article": article, "lines": lines, "may_restore": may(request.user, "article.restore", article)})


@require_POST
@allows("article.restore")
def article_restore(request, pk):
    """Puts the version `number` back."""
    article, number = _article(request, pk, "article.restore"), request.POST.get("number", "")
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        raise BadRequest("no number of a version")
    try:
        actions.restore(article, by=request.user, at=now(), number=int(number))
    except ArticleVersion.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("Version %(number)s is put back.") % {"number": number})
    return redirect(article)


@GET_AND_POST
@allows("article.confirm")
def article_confirm(request, pk):
    """Still right: until the next look."""
    article = _article(request, pk, "article.confirm")
    form = ReviewForm(unsent.typed(request), initial={"review_on": localdate() + timedelta(days=USUAL)})
    return act_page(request, article, form, actions.confirm, title=_("Confirm that it is still right"),
                    said=_("Confirmed as right."), note=article.title)


@require_POST
@allows("article.publish")
def article_publish(request, pk):
    article = _article(request, pk, "article.publish")
    actions.publish(article, by=request.user, at=now())
    messages.success(request, _("Published: callers are told it from now on."))
    return redirect(article)


@GET_AND_POST
@allows("article.withdraw")
def article_withdraw(request, pk):
    article = _article(request, pk, "article.withdraw")
    return act_page(request, article, ReasonForm(unsent.typed(request)), actions.withdraw,
                    title=_("Withdraw the article"), said=_("Withdrawn: nobody is told it any more."),
                    note=article.title)


@require_POST
@allows("article.reopen")
def article_reopen(request, pk):
    article = _article(request, pk, "article.reopen")
    actions.reopen(article, by=request.user, at=now())
    return redirect(article)


@require_safe
@allows("article.confirm")
def article_reviews(request):
    """Those whose day has come or comes within two weeks, the longest due first."""
    until = review_ends(localdate() + AHEAD)
    rows = Article.objects.waiting_for(request.user).filter(due_at__lt=until).for_queue()
    page = keyset.page(rows, order=("due_at", "id"), after=request.GET.get("after"))
    return render(request, "hotline/knowledge/article_reviews.html", {"page": page, "at": now()})


def _article(request, pk, act: str) -> Article:
    return get_or_404(Article, pk, user=request.user, may=act, queryset=ROWS.all())


def _gap(request) -> Gap | None:
    number = (request.POST if request.method == "POST" else request.GET).get("gap", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    gap = Gap.objects.visible_to(request.user).open().filter(pk=number).select_related("county", "owner").first()
    return gap if gap and may(request.user, "gap.answer", gap) else None


def _form(request, form, title: str, *, article, gap=None):
    return render(request, "hotline/knowledge/article_form.html", {
        "form": form, "title": title, "article": article, "gap": gap}, status=422 if request.method == "POST" else 200)
