"""Questions that nothing answered: noted by agents, filled by whoever knows."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, may, posts_for
from grids.keys import truncate
from grids.models import Area, Level
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from ...models import Ticket
from .. import actions, finding
from ..forms import AnswerForm, GapForm, PassOnForm, ReasonForm
from ..models import Article, Gap
from .acts import act_page

GET_AND_POST = require_http_methods(["GET", "POST"])
ROWS = Gap.objects.select_related("county", "owner", "article", "category", "asked_by", "closed_by").defer(
    "county__outline")
OFFERED = 8


@require_safe
@allows("gap.view")
def gap_list(request):
    """`?tab=mine` what waits for me, `open` all that is open, `closed` the rest."""
    tab = request.GET.get("tab", "mine")
    gaps, order = Gap.objects.visible_to(request.user), ("due_at", "id")
    if tab == "closed":
        gaps, order = gaps.exclude(state=Gap.State.OPEN), ("-id",)
    elif tab == "open":
        gaps = gaps.open()
    else:
        gaps = Gap.objects.waiting_for(request.user)
    page = keyset.page(gaps.for_queue(), order=order, after=request.GET.get("after"))
    tabs = [("mine", _("For me")), ("open", _("All open")), ("closed", _("Closed gaps"))]
    return render(request, "hotline/knowledge/gap_list.html", {"page": page, "tab": tab, "tabs": tabs, "at": now()})


@GET_AND_POST
@allows("gap.note")
def gap_note(request):
    """From the form of a call by `question`, `words` and `call`; from an article that is no longer right by
    `article`."""
    sent = unsent.typed(request)
    begun = {name: request.GET[name] for name in ("question", "words", "call", "article") if name in request.GET}
    form = GapForm(sent, user=request.user, initial=begun)
    if request.method == "POST" and form.is_valid():
        gap = actions.note(by=request.user, at=now(), county=_county(request.user), **form.cleaned_data)
        messages.success(request, _("Noted: it is work for whoever knows, until an article answers it."))
        return redirect(gap)
    return render(request, "hotline/knowledge/gap_form.html", {
        "form": form, "article": _named(request, form)}, status=422 if request.method == "POST" else 200)


@require_safe
@allows("gap.view")
def gap_detail(request, pk):
    gap = _gap(request, pk, "gap.view")
    ticket = Ticket.objects.visible_to(request.user).filter(uuid=gap.call).first() if gap.call else None
    return render(request, "hotline/knowledge/gap_detail.html", {
        "gap": gap, "ticket": ticket, "at": now(), "is_open": gap.state == Gap.State.OPEN,
        "may": {act.replace("-", "_"): may(request.user, f"gap.{act}", gap) for act in ("answer", "pass-on", "drop")}})


@GET_AND_POST
@allows("gap.answer")
def gap_answer(request, pk):
    """By an article that is there already."""
    gap = _gap(request, pk, "gap.answer")
    offered = finding.find(gap.question, today=localdate(), limit=OFFERED,
                           among=Article.objects.visible_to(request.user))
    if gap.article and gap.article.is_current(localdate()) and gap.article not in offered:
        offered.insert(0, gap.article)
    form = AnswerForm(unsent.typed(request), offered=offered, initial={"article": gap.article_id})
    return act_page(request, gap, form, actions.answer, title=_("Answer by an article"),
                    said=_("Answered; whoever noted it is told."), note=gap.question, gap=gap, is_empty=not offered)


@GET_AND_POST
@allows("gap.pass-on")
def gap_pass_on(request, pk):
    gap = _gap(request, pk, "gap.pass-on")
    form = PassOnForm(unsent.typed(request), user=request.user, initial={"owner": gap.owner_id})
    return act_page(request, gap, form, actions.pass_on, title=_("Pass on to a department"),
                    said=_("Passed on: the department is told."), note=gap.question, gap=gap)


@GET_AND_POST
@allows("gap.drop")
def gap_drop(request, pk):
    gap = _gap(request, pk, "gap.drop")
    return act_page(request, gap, ReasonForm(unsent.typed(request)), actions.drop, title=_("No article is needed"),
                    said=_("Closed without an article."), note=gap.question, gap=gap)


def _gap(request, pk, act: str) -> Gap:
    return get_or_404(Gap, pk, user=request.user, may=act, queryset=ROWS.all())


def _county(user) -> Area:
    """That of the post by which they note it."""
    return Area.objects.get(key=truncate(posts_for(user, "gap.note")[0].area.key, Level.COUNTY))


def _named(request, form) -> Article | None:
    """The article that the form is about."""
    pk = str(form["article"].value() or "")
    return form.fields["article"].queryset.filter(pk=pk).first() if pk.isascii() and pk.isdigit() else None
