"""What a centre's manager writes about the network: of each kind its model, its form, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Expert, MediationOrg, MediationWindow, Mediator, MemberUnit, OrgMember
from . import actions
from .forms import ExpertForm, MediatorForm, MemberForm, OrgForm, UnitForm, WindowForm
from .forms.base import RowForm


def _keep(form: RowForm, *, by, at: datetime) -> None:
    is_new = form.instance.pk is None
    many = {name: form.cleaned_data[name] for name in form.many if is_new or name in form.changed_data}
    actions.keep(form.instance, by=by, at=at, fields=form.changed_data, many=many)


def _keep_window(form: WindowForm, *, by, at: datetime) -> None:
    columns = [name for name in form.changed_data if name in form.Meta.fields]
    actions.keep_window(form.instance, by=by, at=at, fields=columns, hours=form.cleaned_data["hours"])


@dataclass(frozen=True)
class Register:
    """Kind as in the address; `related` is what the rows need to say where they belong."""

    kind: str
    model: type
    form: type[RowForm]
    new: Promise
    related: tuple[str, ...]
    list_route: str = "mediation:network-list"
    keep: Callable = _keep
    template: str = "mediation/network/row_form.html"

    def rows(self):
        return self.model.objects.select_related(*self.related)

    @property
    def list_url(self) -> str:
        return reverse(self.list_route, args=[self.kind] if self.list_route == "mediation:network-list" else [])

    def url_of(self, row) -> str:
        """Where a row is shown: its page, or the list that it is in."""
        if hasattr(row, "get_absolute_url"):
            return row.get_absolute_url()
        return self.list_url


REGISTERS = {register.kind: register for register in (
    Register("orgs", MediationOrg, OrgForm, _("New organisation"), ("area", "center")),
    Register("members", OrgMember, MemberForm, _("New member"), ("org__area",), list_route="mediation:network"),
    Register("windows", MediationWindow, WindowForm, _("New window"), ("area", "center", "org"), keep=_keep_window,
             template="mediation/network/window_form.html"),
    Register("mediators", Mediator, MediatorForm, _("New mediator"), ("org__area",)),
    Register("experts", Expert, ExpertForm, _("New expert"), ("center__area",), list_route="mediation:experts"),
    Register("units", MemberUnit, UnitForm, _("New member unit"), ("center__area",), list_route="mediation:units"),
)}
RETIRABLE = {kind for kind in REGISTERS if kind != "members"}  # a member has a last day


def register_or_404(kind: str, among=REGISTERS) -> Register:
    if kind not in among:
        raise Http404
    return REGISTERS[kind]
