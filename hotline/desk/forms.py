"""The one form of a call: what is said, who says it, where, and how it ends."""

from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from incidents.forms.questions import WithQuestions
from incidents.forms.report import CategoryField, picker_choices
from incidents.models import Incident
from mediation.forms.groups import grouped
from mediation.models import DisputeCategory
from shuangliu.pages.forms import Chips

from ..actions import CallerGiven
from ..forms.placed import Placed
from ..models import HotlineLine, Kind, Ticket, WrapUp
from . import landmarks, phones, same
from .actions import End

Leads = WrapUp.Leads


class Known(forms.ChoiceField):
    """Whether the caller may be known: 实名, 保密, 匿名."""

    NAMED, SECRET, ANONYMOUS = "named", "secret", "anonymous"

    def __init__(self, **more):
        choices = [(self.NAMED, _("Leaves a number")), (self.SECRET, _("Keep secret")),
                   (self.ANONYMOUS, _("Anonymous"))]
        super().__init__(choices=choices, initial=self.NAMED, widget=Chips, **more)


class WrapUpField(forms.ModelChoiceField):
    """A wrap-up code that leads there."""

    def __init__(self, *leads: Leads, **more):
        super().__init__(WrapUp.objects.filter(leads__in=leads, is_active=True), to_field_name="code", empty_label=None,
                         required=False, widget=Chips, **more)


def _text(label, most: int, rows: int, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea({"rows": rows}), **more)


class CallForm(Placed, WithQuestions):
    """`uuid` names the form: sent twice it makes one ticket. `end` is the button that was pressed; each end asks for
    fields of its own, the others may be empty or half written. `joins` is an open incident, `into` an earlier ticket
    that this is the same as: either is an end by itself."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False,
                            widget=forms.TextInput({"inputmode": "tel", "autocomplete": "off"}))
    name = forms.CharField(label=_("Wants to be called"), max_length=40, required=False,
                           widget=forms.TextInput({"autocomplete": "off"}))
    known = Known(label=_("The caller"))
    line = forms.ModelChoiceField(HotlineLine.objects.filter(is_active=True), label=_("Dialled line"), required=False,
                                  empty_label=_("The hotline itself"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, initial=Kind.HELP, widget=Chips)
    content = _text(_("What is said"), 2000, 5)
    place = forms.CharField(label=_("Place"), max_length=200, required=False,
                            help_text=_("Street and house number, or what stands beside it."))
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Town or community"), empty_label=None)
    category = CategoryField(label=_("Category"), required=False, widget=forms.Select)
    is_urgent = forms.BooleanField(label=_("Urgent: somebody is in danger, or many are affected"), required=False)
    joins = forms.IntegerField(required=False, widget=forms.HiddenInput)
    into = forms.IntegerField(required=False, widget=forms.HiddenInput)

    answer = _text(_("Answer"), 2000, 4, required=False)
    answered_as = WrapUpField(Leads.ANSWERED, Leads.ELSEWHERE, label=_("How it was answered"))
    dispute = forms.ModelChoiceField(DisputeCategory.objects.none(), label=_("Dispute category"), required=False,
                                     widget=forms.Select({"data-behaviour": "find"}), empty_label=_("Please choose"))
    title = forms.CharField(label=_("Title"), max_length=100, required=False,
                            help_text=_("In a few words, without the names of persons."))
    people = forms.IntegerField(label=_("People involved"), min_value=1, max_value=100000, initial=2, required=False)
    emergency = WrapUpField(Leads.EMERGENCY, label=_("Number told"))
    invalid_as = WrapUpField(Leads.INVALID, label=_("Why it is no concern"))

    use_required_attribute = False

    def __init__(self, data=None, *, by, call=None, **more):
        self.by, self.call, self.end = by, call, self._end(data)
        super().__init__(data, **more)
        self.county = posts_for(by, "ticket.receive")[0].area
        self._offer_areas(posts_for(by, "ticket.receive"))
        self.fields["area"].initial = self.county.pk
        self.fields["category"].choices = [("", _("Please choose")), *picker_choices()]
        kinds = DisputeCategory.objects.filter(is_active=True).filter(
            Q(parent__is_active=True) | Q(parent=None, children=None)).select_related("parent").order_by("code")
        self.fields["dispute"].queryset = DisputeCategory.objects.filter(is_active=True)
        self.fields["dispute"].choices = [("", _("Please choose")), *grouped(kinds, lambda row: row.parent or row)]

    @staticmethod
    def _end(data) -> str:
        """What was pressed: a button of an end, or the one beside something that is the same."""
        if not data:
            return ""
        return End.JOIN if data.get("into") else End.DISPATCH if data.get("joins") else data.get("end", "")

    def _offer_areas(self, posts) -> None:
        held = [post.area for post in posts]
        areas = (Area.objects.filter(area_q(held, "key")).exclude(level=Level.GRID).current(localdate())
                 .select_related("parent").defer("outline", "parent__outline").order_by("key"))
        groups: dict[str, list] = {}
        for area in areas:
            town = area if area.level == Level.TOWN else area.parent if area.level == Level.COMMUNITY else None
            groups.setdefault(town.name if town else "", []).append((area.pk, area.name))
        self.fields["area"].queryset = areas
        self.fields["area"].choices = [*groups.pop("", []), *groups.items()]

    def _is_asked(self, question) -> bool:
        """Questions are for those who will handle it."""
        return self.end == End.DISPATCH and not self.data.get("joins") and super()._is_asked(question)

    def clean_phone(self) -> str:
        return phones.clean(self.cleaned_data["phone"])

    def clean(self):
        given = super().clean()
        self._take_landmark(given)
        if self.end not in End.values:
            self.add_error(None, _("Say how the call ends: press one of the buttons below."))
        if given.get("known") == Known.SECRET and not given.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Whoever wants to stay secret leaves a number; without one it is anonymous."))
        check = getattr(self, f"_check_{self.end}", None)
        if check:
            check(given)
        return given

    def _take_landmark(self, given: dict) -> None:
        """A place that is a landmark has its area and its point, where nobody said another: so without a script too."""
        if given.get("longitude") is not None or given.get("area") != self.county or "place" in self.errors:
            return
        if spot := landmarks.named(self.county, given.get("place") or ""):
            area = self.fields["area"].queryset.filter(pk=spot.area).first() or self.county
            given |= {"area": area, "longitude": spot.longitude, "latitude": spot.latitude}

    def _need(self, name: str, words) -> None:
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, words)

    def _check_answer(self, given: dict) -> None:
        self._need("answer", _("Write what the caller was told."))

    def _check_dispatch(self, given: dict) -> None:
        if given.get("joins"):
            given["joins"] = self._incident(given)
            return
        self._need("category", _("Please choose a category."))
        if not given.get("place") and given.get("longitude") is None and "place" not in self.errors:
            self.add_error("place", _("Mark the place on the map, or describe it in words."))

    def _incident(self, given: dict) -> Incident | None:
        found = Incident.objects.filter(pk=given["joins"]).select_related("category__parent").first()
        where = {name: given.get(name) for name in ("category", "longitude", "latitude")}
        if found and same.may_join(self.by, now(), found, **where):
            return found
        self.add_error(None, _("The matter that you wanted to join is over, or is not here. Send this one by itself."))
        return None

    def _check_join(self, given: dict) -> None:
        into = Ticket.objects.visible_to(self.by).filter(pk=given["into"]).select_related("joined_to").first()
        given["into"] = into and (into.joined_to or into)
        if not (given["into"] and given["into"].is_open):
            self.add_error(None, _("That ticket is over. Please send this one by itself."))

    def _check_mediate(self, given: dict) -> None:
        self._need("dispute", _("Please choose a category."))
        self._need("title", _("In a few words, without the names of persons."))

    def _check_emergency(self, given: dict) -> None:
        self._need("emergency", _("Which number was the caller told?"))

    def _check_invalid(self, given: dict) -> None:
        self._need("invalid_as", _("Why is it no concern?"))

    def given(self) -> dict:
        """What actions.receive wants to know."""
        data, known = self.cleaned_data, self.cleaned_data["known"]
        own = ("uuid", "kind", "content", "area", "category", "place", "longitude", "latitude", "is_urgent", "line")
        caller = None
        if data["phone"] and known != Known.ANONYMOUS:
            caller = CallerGiven(data["phone"], data["name"])
        return {**{name: data[name] for name in own}, "caller": caller, "is_secret": known == Known.SECRET}

    def details(self) -> dict:
        """What the act of this end wants to know."""
        data = self.cleaned_data
        match self.end:
            case End.ANSWER:
                return {"answer": data["answer"], "wrap_up": data["answered_as"]}
            case End.EMERGENCY:
                return {"answer": data["answer"] or data["emergency"].name, "wrap_up": data["emergency"]}
            case End.DISPATCH:
                joins = data.get("joins") or None
                category = data["category"] or joins.category
                return {"category": category, "joins": joins, "answers": [] if joins else self.answers()}
            case End.MEDIATE:
                return {"category": data["dispute"], "title": data["title"], "people": data["people"] or 2}
            case End.INVALID:
                return {"reason": data["invalid_as"].name, "wrap_up": data["invalid_as"]}
            case End.JOIN:
                return {"into": data["into"]}
        return {}
