"""What narrows the list of cases. The names are those that the dashboards' links use."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from shuangliu.deadlines.models import Step
from shuangliu.indicators.registry import registry
from shuangliu.pages.forms import DayField, day_start

from ..measures import TALLY_BY_NAME
from ..models import DisputeCategory, MediationOrg, Mediator
from ..models.cases import Outcome, Scale, Source
from ..models.network import LEVELS, keys_above
from ..states import State
from .groups import grouped

ANY = ("", _("All"))
GROUPS = "group"  # ordinary and major groups together
MOMENTS = ("accepted", "concluded", "refused")


class CaseFilter(forms.Form):
    """`area` is any area code, `category` a code of two or four digits; days are included.

    `count` shows what a figure counts: `start` and `end` are then the days of the figure, `org`, `mediator` and
    `channel` those for whom a case counts.
    """

    number = forms.CharField(label=_("Case number"), required=False, max_length=20)
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    outcome = forms.ChoiceField(label=_("Outcome"), choices=[ANY, *Outcome.choices], required=False)
    level = forms.ChoiceField(label=_("Level"), choices=[ANY, *LEVELS], required=False)
    channel = forms.ChoiceField(label=_("Channel"), choices=[ANY, *MediationOrg.Kind.choices], required=False)
    org = forms.CharField(label=_("Mediation organisation"), required=False,
                          widget=forms.Select({"data-behaviour": "find"}))
    category = forms.CharField(label=_("Dispute category"), required=False, widget=forms.Select)
    source = forms.ChoiceField(label=_("Source"), choices=[ANY, *Source.choices], required=False)
    scale = forms.ChoiceField(label=_("Scale"), choices=[ANY, *Scale.choices, (GROUPS, _("All group disputes"))],
                              required=False)
    is_overdue = forms.BooleanField(label=_("Overdue"), required=False)
    accepted_from = DayField(label=_("Accepted from"), required=False)
    accepted_to = DayField(label=_("Accepted until"), required=False)
    concluded_from = DayField(label=_("Concluded from"), required=False)
    concluded_to = DayField(label=_("Concluded until"), required=False)
    refused_from = DayField(label=_("Not accepted from"), required=False)
    refused_to = DayField(label=_("Not accepted until"), required=False)
    mediator = forms.ModelChoiceField(Mediator.objects.none(), required=False, widget=forms.HiddenInput)
    count = forms.ChoiceField(choices=[ANY, *((name, name) for name in TALLY_BY_NAME)], required=False,
                              widget=forms.HiddenInput)
    start = DayField(required=False, hidden=True)
    end = DayField(required=False, hidden=True)

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        if self.data.get("mediator"):  # most lists are not narrowed by one
            self.fields["mediator"].queryset = Mediator.objects.figures_visible_to(user)
        self.fields["area"].widget.choices = self._with_chosen("area", self._towns(), Area.objects.filter)
        categories = [(row.code, row.name) for row in DisputeCategory.objects.filter(parent=None, is_active=True)]
        self.fields["category"].widget.choices = self._with_chosen(
            "category", categories, DisputeCategory.objects.select_related("parent").filter)

        self.fields["org"].widget.choices = [ANY, *grouped(self._orgs(), lambda org: org.area)]

    def _orgs(self):
        """Those whose cases one may see: of one's areas, and above them."""
        posts = posts_for(self.user, "case.view")
        above = {key for post in posts for key in keys_above(post.area.key)}
        return (MediationOrg.objects.filter(area_q([post.area for post in posts], "area__key") | Q(area__key__in=above))
                .select_related("area").defer("area__outline").order_by("area__key", "id"))

    def _towns(self) -> list[tuple[str, str]]:
        found = Q(pk__in=[])
        for area in {post.area for post in posts_for(self.user, "case.view")}:
            found |= Q(key__gte=area.low, key__lt=area.high)
        return [(area.code, area.name) for area in Area.objects.at(Level.TOWN).filter(found)]

    def _with_chosen(self, name: str, choices: list, find) -> list:
        """The choices, and what a link has chosen beyond them (a community, a kind of a category)."""
        code = self.data.get(name, "").strip()
        if code and code not in dict(choices) and (found := find(code=code).first()):
            choices = [*choices, (code, getattr(found, "label", None) or found.name)]
        return [ANY, *choices]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        if not code:
            return None
        area = Area.objects.filter(code=code).first() or Area.objects.by_code(code)
        if area is None:
            raise forms.ValidationError(_("There is no area with this code."))
        return area

    def clean_org(self) -> MediationOrg | None:
        number = self.cleaned_data["org"]
        if not number:
            return None
        org = MediationOrg.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 18 else None
        if org is None:
            raise forms.ValidationError(_("There is no such organisation."))
        return org

    def clean_number(self) -> int | None:
        """TJ00013395, or the digits of it."""
        number = self.cleaned_data["number"].strip().upper().removeprefix("TJ").lstrip("0")
        if not number:
            return None
        if not (number.isascii() and number.isdigit() and len(number) < 19):
            raise forms.ValidationError(_("A case number is TJ and digits."))
        return int(number)

    def clean(self):
        for first, last in (*((f"{word}_from", f"{word}_to") for word in MOMENTS), ("start", "end")):
            start, end = self.cleaned_data.get(first), self.cleaned_data.get(last)
            if start and end and end < start:
                self.add_error(last, _("The last day is not before the first."))

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    @property
    def told(self) -> list[str]:
        """What the hidden filters of a figure's link say, in words."""
        chosen = getattr(self, "cleaned_data", {})
        told = []
        if name := chosen.get("count"):
            told = [str(registry.measure(name).label)]
            told += [f"{chosen['start']} — {chosen['end']}"] if chosen.get("start") and chosen.get("end") else []
        return told + ([str(chosen["mediator"])] if chosen.get("mediator") else [])

    def narrow(self, cases):
        """The cases that fit all filters that are understood."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("number"):
            cases = cases.filter(pk=chosen["number"])
        if chosen.get("mediator"):
            cases = cases.filter(for_mediator=chosen["mediator"])
        tally = TALLY_BY_NAME.get(chosen.get("count"))
        for name in ("state", "outcome", "source", "level", "channel", "org"):
            if chosen.get(name):
                field = f"for_{name}" if tally and name in {"channel", "org"} else name
                cases = cases.filter(**{field: chosen[name]})
        if tally:
            cases = cases.filter(tally.rows, **{f"{tally.moment}__isnull": False})
            cases = self._within(cases, tally.moment, chosen.get("start"), chosen.get("end"))
        if scale := chosen.get("scale"):
            cases = cases.filter(scale__in=[Scale.GROUP, Scale.MAJOR] if scale == GROUPS else [scale])
        if chosen.get("is_overdue"):
            cases = cases.filter(alert__in=[Step.OVERDUE, Step.RAISED])
        if chosen.get("category"):
            cases = cases.of_category(chosen["category"])
        if chosen.get("area"):
            cases = cases.in_area(chosen["area"])
        if (chosen.get("concluded_from") or chosen.get("concluded_to")) and chosen.get("outcome") != Outcome.MOVED:
            cases = cases.exclude(outcome=Outcome.MOVED)  # concluded is what was settled or failed
        for word in MOMENTS:
            cases = self._within(cases, f"{word}_at", chosen.get(f"{word}_from"), chosen.get(f"{word}_to"))
        return cases

    @staticmethod
    def _within(cases, moment: str, start, end):
        if start:
            cases = cases.filter(**{f"{moment}__gte": day_start(start)})
        if end:
            before = day_start(end + timedelta(days=1))
            # Nothing is accepted, concluded or refused before it is registered: the index of the list ends here.
            cases = cases.filter(**{f"{moment}__lt": before}).filter(registered_at__lt=before)
        return cases
