"""/patrol/networks/: the six under one command, and each with its towns."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from shuangliu.pages.access import allows

from . import showing
from .registry import ABOUT, Network


@require_safe
@allows("prevention.view")
def network_list(request):
    at, areas = now(), showing.areas_of(request.user)
    return render(request, "patrol/networks/network_list.html", {
        "networks": showing.cards(request.user, areas, at), "today": localdate(at)})


@require_safe
@allows("prevention.view")
def network_detail(request, name):
    """Raises Http404 for a network that there is not."""
    if name not in Network.values:
        raise Http404
    at, network, areas = now(), Network(name), showing.areas_of(request.user)
    columns = showing.columns(network, request.user, areas)
    return render(request, "patrol/networks/network_detail.html", {
        "network": network, "about": ABOUT[network], "is_virtual": network == Network.VIRTUAL, "columns": columns,
        "rows": [(town, [column.counts.get(town.key, 0) for column in columns]) for town in showing.towns_of(areas)],
        "missing": showing.missing(network, request.user, areas, at), "today": localdate(at),
        "on_duty": showing.on_duty(network, request.user, areas, at), "others": Network,
    })
