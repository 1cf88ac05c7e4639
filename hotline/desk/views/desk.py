"""/hotline/: the desk of an agent. Am I on shift, what rings, and what waits, due first."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages import fragments, keyset
from shuangliu.pages.access import allows

from ...rows import rows_of
from .. import tabs
from ..models import AgentShift


@require_safe
@allows("ticket.view")
def desk(request):
    """`?tab=` of tabs.TABS, `?after=`."""
    at, user = now(), request.user
    offered = tabs.tabs_of(user)
    tab = offered.get(request.GET.get("tab") or "decide")
    if tab is None:
        raise BadRequest("no such tab")
    page = keyset.page(tabs.tickets_of(tab, user, at).for_queue(), order=tab.order, after=request.GET.get("after"))
    rows = rows_of(page.rows, at)
    counts = {name: tabs.counted(one, user, at) for name, one in offered.items()}
    mark = fragments.mark_of(user.pk, get_language(), tab.name, counts, page.next_cursor,
                             [(row.pk, row.version) for row in rows])
    context = {"tab": tab, "page": page, "rows": rows, "mark": mark,
               "tabs": [(name, one.label, counts[name]) for name, one in offered.items()]}
    if fragments.is_asked(request):
        return fragments.answer(request, "hotline/desk/_desk_list.html", context, mark)
    shift = AgentShift.objects.of(user)
    return render(request, "hotline/desk/desk.html", {
        **context, "shift": shift, "is_on": bool(shift and not shift.paused_at),
        "may_see_wall": holds(user, "wall.view")})
