"""The network seen as a whole: as a tree, by what it lacks, by the fields that nobody serves."""

from collections import Counter

from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, scope_q
from grids.keys import truncate
from grids.models import Area, Level
from shuangliu.pages.access import allows

from ...models import MediationOrg
from ..gaps import specialties
from ..lacks import RULES, lacks_of, with_strength
from ..tree import tree


@require_safe
@allows("network.view")
def network_tree(request):
    return render(request, "mediation/network/tree.html", {"nodes": tree(request.user, localdate())})


@require_safe
@allows("network.view")
def network_lacks(request):
    """`?lack=` one of RULES, `?area=` the code of a town: what is not understood narrows nothing."""
    today = localdate()
    orgs = with_strength(MediationOrg.objects.visible_to(request.user).active(), today).order_by("area__key", "id")
    found = [(org, lacks_of(org, today)) for org in orgs]
    counts: Counter = Counter()
    for org, lacks in found:
        counts.update((truncate(org.area.key, Level.TOWN), lack.code) for lack in lacks)
    used = [code for code in RULES if any(code == of for _key, of in counts)]
    areas = {area.key: area for area in Area.objects.filter(key__in={key for key, _code in counts}).defer("outline")}
    lack = request.GET.get("lack") if request.GET.get("lack") in RULES else ""
    town = next((area for area in areas.values() if area.code == request.GET.get("area")), None)
    shown = [
        (org, [one for one in lacks if lack in ("", one.code)]) for org, lacks in found
        if town is None or truncate(org.area.key, Level.TOWN) == town.key]
    shown = [(org, lacks) for org, lacks in shown if lacks]
    return render(request, "mediation/network/lacks.html", {
        "columns": [(code, RULES[code]) for code in used],
        "table": [(areas[key], [(code, counts[key, code]) for code in used]) for key in sorted(areas)],
        "totals": [(code, sum(n for (_key, of), n in counts.items() if of == code)) for code in used],
        "groups": _by_town(shown, areas), "number": len(shown), "all": len(found), "lack": lack, "town": town,
        "rule": RULES.get(lack),
    })


def _by_town(shown: list, areas: dict) -> list[tuple[Area, list]]:
    groups: dict[int, list] = {}
    for org, lacks in shown:
        groups.setdefault(truncate(org.area.key, Level.TOWN), []).append((org, lacks))
    return [(areas[key], group) for key, group in groups.items()]


@require_safe
@allows("network.view")
def network_gaps(request):
    towns = list(Area.objects.at(Level.TOWN).current(localdate()).filter(scope_q(request.user, "network.view", "key"))
                 .defer("outline").order_by("key"))
    return render(request, "mediation/network/gaps.html", {
        "specialties": specialties(towns, now()), "may_see_cases": holds(request.user, "case.view")})
