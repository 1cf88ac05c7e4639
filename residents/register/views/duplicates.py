"""Possible duplicates: the pile, two side by side, what is decided."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import get_or_404, may
from grids.models import Area, Level
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ...models import Likeness, Person
from .. import deciding
from ..forms import MergeForm
from ..news import community_of
from .acting import GET_AND_POST, REFUSED, attempt, typed

ROWS = Likeness.objects.select_related("one", "other", "decided_by")


@require_safe
@allows("person.merge")
def duplicate_list(request):
    page = keyset.page(ROWS.visible_to(request.user).open(), order=("-id",), after=request.GET.get("after"))
    return render(request, "residents/register/duplicate_list.html", {"page": page, "today": localdate()})


@require_safe
@allows("person.merge")
def duplicate_elsewhere(request):
    """People of theirs who may be registered in another community too. Of the other no more than that, masked, and
    where."""
    page = keyset.page(ROWS.elsewhere(request.user).open(), order=("-id",), after=request.GET.get("after"))
    return render(request, "residents/register/duplicate_elsewhere.html", {
        "page": page, "rows": _halves(page.rows, request.user)})


@require_POST
@allows("person.merge")
def duplicate_ask(request, pk, pair):
    """The registrar of the other community is asked about somebody of theirs."""
    person = get_or_404(Person, pk, user=request.user, may="person.merge")
    pair = get_object_or_404(ROWS.elsewhere(request.user).of(person), pk=pair)
    (_pair, _mine, theirs, community), = _halves([pair], request.user)
    deciding.ask(pair, theirs=theirs, by=request.user, at=now())
    messages.success(request, _("The registrar of %(community)s has been asked.") % {"community": community})
    return redirect("residents:duplicate-elsewhere")


def _halves(pairs: list[Likeness], user) -> list[tuple]:
    """(pair, theirs, the other, the other's community) of each."""
    halves = [(pair, pair.one, pair.other) if may(user, "person.merge", pair.one) else (pair, pair.other, pair.one)
              for pair in pairs]
    names = dict(Area.objects.filter(key__in={community_of(other.area_key) for _pair, _mine, other in halves},
                                     level=Level.COMMUNITY).values_list("key", "name"))
    return [(pair, mine, other, names.get(community_of(other.area_key), "")) for pair, mine, other in halves]


@GET_AND_POST
@allows("person.merge")
def duplicate_detail(request, pk):
    """Both side by side, masked; the form merges them."""
    pair = get_or_404(Likeness, pk, user=request.user, may="person.merge", queryset=ROWS.all())
    form = MergeForm(typed(request), pair=pair)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data["keep"]
        if attempt(form, lambda: deciding.merge_pair(pair, by=request.user, at=now(), **form.cleaned_data)
                   ) is not REFUSED:
            messages.success(request, _("Merged. It can be taken back on the page of the person."))
            return redirect(kept)
    sides = [(person, person.residences.filter(until=None).select_related("dwelling__building").first(),
              person.memberships.filter(until=None).select_related("household").first()) for person in (
                  pair.one, pair.other)]
    return render(request, "residents/register/duplicate_detail.html", {
        "pair": pair, "sides": sides, "form": form, "today": localdate(), "is_open": pair.state == "open",
        "lines": _lines(sides)}, status=422 if request.method == "POST" else 200)


@require_POST
@allows("person.merge")
def duplicate_part(request, pk):
    """They are two."""
    pair = get_or_404(Likeness, pk, user=request.user, may="person.merge", queryset=ROWS.all())
    deciding.part(pair, by=request.user, at=now())
    messages.success(request, _("Two people: they will not be suggested again."))
    return redirect("residents:duplicate-list")


def _lines(sides) -> list[tuple]:
    """Label, what the one says, what the other says, and whether both say the same of themselves."""
    def both(label, value, tells=True):
        first, second = (str(value(*side) or "—") for side in sides)
        return label, first, second, tells and first == second != "—"

    return [
        both(_("Record"), lambda person, home, member: person.number),
        both(_("full name"), lambda person, home, member: person.masked_name),
        both(_("ID number"), lambda person, home, member: person.masked_id_number),
        both(_("birthday"), lambda person, home, member: person.born_on and person.born_on.year),
        both(_("sex"), lambda person, home, member: person.get_sex_display()),
        both(_("phone"), lambda person, home, member: person.masked_phone),
        both(_("Home"), lambda person, home, member: home and home.dwelling.address),
        both(_("household"), lambda person, home, member: member and member.household),
        both(_("Entered on"), lambda person, home, member: localdate(person.created_at), tells=False),
        both(_("last confirmed at"), lambda person, home, member: localdate(person.confirmed_at), tells=False),
    ]
