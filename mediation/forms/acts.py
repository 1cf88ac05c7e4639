"""What each act asks for. The cleaned fields are the keywords of the action of the same verb."""

import uuid

from django import forms
from django.db.models import Count, Q
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import WithFiles
from shuangliu.pages.forms import Chips, ManyChips

from ..actions import HAS_IT_ALREADY, NOT_SERVING
from ..models import Case, MediationOrg, Mediator, Party
from ..models.cases import Basis, ReassignReason, Scale
from ..models.refusals import RefusedCode
from ..models.rounds import FailedReason
from ..team.models import ChosenBy
from .groups import grouped

ADVICE = _(
    "The parties were told that they may apply for arbitration where the law provides it, ask the competent "
    "administrative authority to deal with the dispute, or bring an action before the people's court."
)


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


def moment() -> str:
    """The present moment, as a field of moments begins with."""
    return f"{localtime(now()):%Y-%m-%dT%H:%M}"


class MomentField(forms.DateTimeField):
    """A moment that has come already."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"), **kwargs)

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned and cleaned > now():
            raise forms.ValidationError(_("This lies in the future."))
        return cleaned


class ActForm(forms.Form):
    """A form about one case, filled in by `by`."""

    def __init__(self, *args, case: Case, by=None, **kwargs):
        self.case, self.by = case, by
        # Files are staged under the name of whoever sends them.
        super().__init__(*args, **kwargs, **({"by": by} if isinstance(self, WithFiles) else {}))

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


class KeptForm(ActForm):
    """A form that adds a row to the file, once."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class PlainForm(ActForm):
    """Nothing to fill in: the page says what follows."""


class OrgField(forms.ModelChoiceField):
    """One organisation of many: grouped, and found by typing (behaviours/find.js)."""

    def __init__(self, **kwargs):
        widget = forms.Select({"data-behaviour": "find"})
        super().__init__(queryset=MediationOrg.objects.none(), widget=widget, **kwargs)

    def offer(self, orgs, key) -> None:
        """The organisations to choose from, in groups by `key`."""
        self.queryset = orgs
        self.choices = [("", self.empty_label), *grouped(orgs, key)]


class AcceptForm(ActForm):
    """On which basis, and where it goes: where the rules send it, or to another organisation for a reason. What else
    must be there, the action says (readiness.py)."""

    elsewhere = forms.ChoiceField(
        label=_("Is the dispute before a court or in another channel?"), widget=Chips, choices=[
            ("no", _("No")), ("court", _("Yes, before a court")), ("channel", _("Yes, in another channel"))],
        help_text=_("Ask the parties. What a court or another body has taken up is not accepted here."))
    basis = forms.ChoiceField(label=_("Taken on because"), choices=Basis.choices, required=False, widget=Chips)
    org = OrgField(label=_("Another organisation"), required=False, empty_label=_("As the rule says"),
                   error_messages={"invalid_choice": _("This organisation does not serve the place of the dispute.")})
    chosen_why = forms.CharField(label=_("Why another"), max_length=200, required=False, widget=lines(2),
                                 help_text=_("Without the names of persons: it stands in the history."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["basis"].initial = Basis.usual(self.case.source)
        self.fields["org"].offer(
            MediationOrg.objects.serving(self.case.area_key), lambda org: org.get_place_display())

    def clean_elsewhere(self):
        if self.cleaned_data["elsewhere"] != "no":
            raise forms.ValidationError(_("Then it cannot be accepted: choose “Do not accept” and tell the applicant "
                                          "where to turn."))
        return "no"

    def clean(self):
        if self.cleaned_data.get("org") and not self.cleaned_data.get("chosen_why"):
            self.add_error("chosen_why", _("Please say why it does not go where the rule sends it."))

    def given(self) -> dict:
        given = self.cleaned_data
        return {"basis": given["basis"] or None, "org": given["org"], "chosen_why": given["chosen_why"]}


class RefuseForm(ActForm):
    code = forms.ChoiceField(label=_("Reason for not accepting"), choices=RefusedCode.choices, widget=Chips)
    reason = forms.CharField(label=_("In words"), max_length=1000, required=False, widget=lines(3),
                             help_text=_("For instance the court and its file number. Stands in the notice to the "
                                         "applicant."))
    advice = forms.CharField(label=_("Advice given"), max_length=1000, required=False, widget=lines(3),
                             help_text=_("Where the applicant can turn. Left empty, what is usual for the reason is "
                                         "said."))

    def clean(self):
        if self.cleaned_data.get("code") == RefusedCode.OTHER and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Please say which reason."))


def candidates(case: Case):
    """Whom the case may be given."""
    return (Mediator.objects.assignable_to(case).select_related("org__specialty", "org__area")
            .annotate(open_cases=Count("cases", filter=Q(cases__due_at__isnull=False))))


class NamedMediator:
    """Says with each mediator what the manager should know before choosing."""

    recused: frozenset[int] = frozenset()

    def label_from_instance(self, mediator):
        parts = [mediator.name]
        if mediator.rank != Mediator.Rank.MEDIATOR:
            parts.append(mediator.get_rank_display())
        parts += [mediator.skills] if mediator.skills else []
        parts.append(_("%(n)d open") % {"n": mediator.open_cases})
        if mediator.pk in self.recused:
            parts.append(_("a ground for recusal is named"))
        return " · ".join(str(part) for part in parts)


class MediatorField(NamedMediator, forms.ModelChoiceField):
    """One of them."""


class MediatorsField(NamedMediator, forms.ModelMultipleChoiceField):
    """Some of them."""


class AssignForm(ActForm):
    mediator = MediatorField(
        label=_("Mediator"), queryset=Mediator.objects.none(), empty_label=_("Please choose"),
        widget=forms.Select({"data-behaviour": "find"}),
        help_text=_("First the organisation that the case goes to, then those of its level; in each first who is "
                    "skilled in such disputes, then who has the fewest open cases."),
        error_messages={"invalid_choice": NOT_SERVING})

    chosen_by = forms.ChoiceField(label=_("Chosen by"), choices=ChosenBy.choices, initial=ChosenBy.APPOINTED,
                                  required=False, widget=Chips)
    others = MediatorsField(
        label=_("Other mediators who help"), queryset=Mediator.objects.none(), required=False,
        widget=forms.SelectMultiple({"size": 5}),
        help_text=_("They see the case and work on it like the one who leads. On a computer: Ctrl and click."))
    rank_reason = forms.CharField(label=_("Why no chief mediator"), max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        recused = frozenset(self.case.recusals.exclude(decision="rejected").values_list("mediator", flat=True))
        found = sorted(candidates(self.case), key=self._nearness)
        for name in {"mediator", "others"} & set(self.fields):
            field = self.fields[name]
            field.queryset, field.recused = candidates(self.case), recused
            field.choices = [*([("", field.empty_label)] if name == "mediator" else []),
                             *grouped(found, lambda mediator: mediator.org, field.label_from_instance)]
        if self.case.scale != Scale.MAJOR:
            self.fields.pop("rank_reason", None)

    def clean_chosen_by(self):
        return self.cleaned_data["chosen_by"] or ChosenBy.APPOINTED

    def _nearness(self, mediator: Mediator) -> tuple:
        """Organisations as a whole come in an order, and their mediators within."""
        case, org = self.case, mediator.org
        special = org.specialty_id in (case.category_id, case.category.parent_id)
        return (org.pk != case.org_id, not special, org.level != case.level, org.pk,
                not mediator.knows(case.category), mediator.open_cases, mediator.pk)


class ReassignForm(AssignForm):
    others = rank_reason = None
    reason = forms.ChoiceField(label=_("Reason of the change"), choices=ReassignReason.choices, widget=Chips)

    def clean_mediator(self):
        mediator = self.cleaned_data["mediator"]
        if mediator.pk == self.case.mediator_id:
            raise forms.ValidationError(HAS_IT_ALREADY)
        return mediator


class PresentField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, party):
        return f"{party.get_role_display()} {party.masked_name}"


class SessionForm(KeptForm):
    held_at = MomentField(label=_("Held at"), initial=moment)
    place = forms.CharField(label=_("Place"), max_length=100)
    present = PresentField(label=_("Parties present"), queryset=Party.objects.none(), required=False, widget=ManyChips)
    participants = forms.CharField(label=_("Others present"), max_length=200, required=False,
                                   help_text=_("Agents, relatives, experts: who was there and in which role."))
    is_public = forms.BooleanField(label=_("Held in public"), required=False,
                                   help_text=_("As the parties wish (People's Mediation Law art. 23)."))
    record = forms.CharField(
        label=_("Record of the session"), max_length=10000, widget=lines(10),
        help_text=_("What each side said, what was proposed, and how far it came. Confidential."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        partners = self.case.joint_members.filter(answer="accepted").select_related("org")
        self.fields["participants"].initial = "、".join(member.name for member in partners)
        self.fields["present"].queryset = self.case.parties.all()
        if not self.case.parties.exists():
            del self.fields["present"]

    def clean(self):
        if not self.errors and not (self.cleaned_data.get("present") or self.cleaned_data["participants"]):
            self.add_error("participants", _("Somebody must have been there."))

    def clean_held_at(self):
        held_at = self.cleaned_data["held_at"]
        # The field knows no seconds.
        if self.case.accepted_at and held_at < self.case.accepted_at.replace(second=0, microsecond=0):
            raise forms.ValidationError(_("This is before the case was accepted."))
        return held_at


class RetryForm(ActForm):
    failed_reason = forms.ChoiceField(label=_("Reason of failure"), choices=FailedReason.choices,
                                      initial=FailedReason.NO_AGREEMENT, widget=Chips)
    tried = forms.CharField(label=_("What was tried"), max_length=2000, required=False, widget=lines(4),
                            help_text=_("What was proposed, and what each side would not give up. Confidential."))


class MoveUpForm(RetryForm):
    """Why this level came to no end, and what the next one has to know."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tried"].required = True


class ReopenForm(ActForm):
    reason = forms.CharField(label=_("What was not kept"), max_length=200, widget=lines(3),
                             help_text=_("Without the names of persons: it stands in the history."))


class FailForm(ActForm):
    failed_reason = forms.ChoiceField(label=_("Reason of failure"), choices=FailedReason.choices, widget=Chips)
    advice = forms.CharField(
        label=_("Advice given to the parties"), max_length=1000, initial=ADVICE, widget=lines(4),
        help_text=_("Arbitration, administrative and court ways (People's Mediation Law art. 26)."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Beside the general words those of this kind of dispute: where to go, until when.
        self.initial.setdefault("advice", "\n".join(filter(None, [str(ADVICE), self.case.category.advice])))
        if self.case.mediator_id is None:
            reason = self.fields["failed_reason"]
            reason.choices = [choice for choice in reason.choices if choice[0] != FailedReason.NO_AGREEMENT]
