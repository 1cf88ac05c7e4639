"""What is typed in about a change of boundaries: first what shall happen, then the grids it makes."""

import hashlib
import json
from datetime import date

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, ManyChips

from ..jurisdiction import area_q, posts_for
from ..models import Area, Level
from ..people import AccountField, colleagues
from . import shapes
from .models import AreaChange
from .plan import Part, Plan, Problem, free_codes

Kind = AreaChange.Kind
LONGEST = 200_000  # characters of GeoJSON
# Where a problem of the plan is shown.
FIELD_OF = {"makes": None, "community": "target", "outlines": "outlines", "starts_on": "starts_on", "ends": "ends",
            "heir": "heir"}


class ChangeForm(forms.Form):
    """What shall happen to grids of one community."""

    kind = forms.ChoiceField(label=_("What shall happen"), choices=Kind.choices, widget=Chips)
    ends = forms.ModelMultipleChoiceField(Area.objects.none(), label=_("Grids that end"), to_field_name="code",
                                          widget=ManyChips)
    line = forms.CharField(
        label=_("Line of the split"), required=False, max_length=4000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Tap the map from edge to edge, or write longitude,latitude of each corner, with a space between."))
    outlines = forms.CharField(
        label=_("Outlines of the parts (GeoJSON)"), required=False, max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Instead of a line: a FeatureCollection of the parts, WGS-84, from west to east."))
    target = forms.ModelChoiceField(Area.objects.none(), label=_("New community"), to_field_name="code", required=False)
    heir = forms.ModelChoiceField(Area.objects.none(), label=_("Takes over the open matters"), to_field_name="code",
                                  required=False)
    starts_on = forms.DateField(label=_("From the day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea({"rows": 2}))
    document = forms.CharField(label=_("Document number"), max_length=100, required=False)

    def __init__(self, *args, community: Area, by, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.community, self.today = community, today
        reach = area_q([post.area for post in posts_for(by, "change.plan")], "key")
        grids = Area.objects.at(Level.GRID).current(today).filter(parent=community).order_by("key")
        self.fields["ends"].queryset = grids.select_related("parent")
        self.fields["ends"].label_from_instance = lambda grid: grid.name
        others = Area.objects.at(Level.COMMUNITY).current(today).filter(reach).exclude(pk=community.pk)
        self.fields["target"].queryset = others.select_related("parent").order_by("key")
        near = Area.objects.at(Level.GRID).current(today).filter(reach).filter(
            key__gte=community.parent.low, key__lt=community.parent.high)
        self.fields["heir"].queryset = near.order_by("key").defer("outline")

    def clean(self):
        kind, ends = self.cleaned_data.get("kind"), list(self.cleaned_data.get("ends") or [])
        if kind and ends:
            self.cleaned_data["parts"] = self._parts(kind, ends)

    def _parts(self, kind: str, ends: list[Area]) -> list[dict | None]:
        """The outline of each grid to be made."""
        drawn = [grid.outline for grid in ends if grid.outline]
        if kind == Kind.CLOSE:
            return []
        if kind == Kind.SPLIT:
            return self._cut(drawn[0] if len(ends) == 1 and drawn else None)
        if kind == Kind.MOVE and not self.cleaned_data.get("target"):
            self.add_error("target", _("Choose the community the grid moves to."))
        return [shapes.join(drawn) if drawn and len(drawn) == len(ends) else None]

    def _cut(self, outline: dict | None) -> list[dict]:
        line, text = self.cleaned_data.get("line"), self.cleaned_data.get("outlines")
        try:
            if text:
                return shapes.read(text)
        except shapes.BadShape:
            self.add_error("outlines", _("These are no sound GeoJSON polygons."))
            return []
        try:
            if line and outline:
                return shapes.cut(outline, shapes.read_line(line))
        except shapes.BadShape:
            self.add_error("line", _("The line has to cross the grid from edge to edge."))
            return []
        if not line:
            self.add_error("line", _("Draw the line, or give the outlines of the parts."))
        elif outline is None:
            self.add_error("ends", _("Choose one grid that has an outline."))
        return []

    def plan(self, makes: list[Part]) -> Plan:
        given = self.cleaned_data
        return Plan(given["kind"], given["starts_on"], list(given["ends"]), makes,
                    given["heir"] if given["kind"] == Kind.CLOSE else None, given["reason"], given["document"])

    @cached_property
    def fingerprint(self) -> str:
        """Tells whether what is planned is what was looked at."""
        given = self.cleaned_data
        seen = [given["kind"], str(given["starts_on"]), [area.code for area in given["ends"]], given["parts"],
                str(given["target"] and given["target"].code), str(given["heir"] and given["heir"].code)]
        return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:16]

    def tell(self, problem: Problem) -> None:
        field = FIELD_OF[problem.field]
        self.add_error("line" if field == "outlines" and self.cleaned_data.get("line") else field, problem.message)


class PartForm(forms.Form):
    """One grid to be made."""

    name = forms.CharField(label=_("Name"), max_length=100)
    code = forms.CharField(label=_("Code"), max_length=15, widget=forms.TextInput({"inputmode": "numeric"}))
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, kind.label) for kind in
                                                      (Area.Kind.GENERAL, Area.Kind.DEDICATED)])
    worker = AccountField(label=_("Account of the grid worker"), required=False)


class PartsForm:
    """The grids to be made, and which of them takes open matters without a point. Without `data`: as suggested."""

    def __init__(self, data, *, form: ChangeForm, serving: dict[int, str]):
        given = form.cleaned_data
        self.outlines = given["parts"]
        self.community = given["target"] if given["kind"] == Kind.MOVE else form.community
        offered = colleagues([form.community.parent], form.today)
        if data is None:
            data = self._suggested(list(given["ends"]), serving)
        self.parts = [PartForm(data, prefix=f"part{number}") for number in range(len(self.outlines))]
        for part in self.parts:
            part.fields["worker"].widget.offered = offered
        choices = [(str(number), self._name(number)) for number in range(len(self.parts))]
        self.rest = RestForm(data, choices=choices)

    def is_valid(self) -> bool:
        """Every form is asked, so that each says what is wrong with it."""
        forms_ = [*self.parts, self.rest] if self.parts else []
        return sum(form.is_valid() for form in forms_) == len(forms_)

    def makes(self) -> list[Part]:
        """What is typed in, when it is valid."""
        return [
            Part(**part.cleaned_data, community=self.community, outline=outline,
                 takes_rest=self.rest.cleaned_data["rest"] == str(number))
            for number, (part, outline) in enumerate(zip(self.parts, self.outlines, strict=True))]

    def tell(self, problem: Problem) -> None:
        self.parts[problem.part].add_error(problem.field, problem.message)

    def _name(self, number: int) -> str:
        return self.parts[number]["name"].value() or str(number + 1)

    def _suggested(self, ends: list[Area], serving: dict[int, str]) -> dict[str, str]:
        """What the forms say at first: the next codes, names after them, and the worker who is there already."""
        said = {"rest": "0"}
        for number, code in enumerate(free_codes(self.community, len(self.outlines))):
            said |= {f"part{number}-code": code, f"part{number}-name": f"{self.community.name}第{int(code[12:])}网格",
                     f"part{number}-kind": ends[0].kind or Area.Kind.GENERAL}
        said["part0-worker"] = next((serving[area.pk] for area in ends if area.pk in serving), "")
        return said


class RestForm(forms.Form):
    rest = forms.ChoiceField(label=_("Takes the open matters without a point"), widget=Chips)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rest"].choices = choices
