"""My notices: the list, opening one, having read all."""

from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from shuangliu.pages import keyset
from shuangliu.pages.access import SIGNED_IN, allows

from .models import Notice

TABS = {"unread": _("Unread"), "all": _("All")}
NEWEST = ("-at", "-id")


@require_safe
@allows(SIGNED_IN)
def notice_list(request):
    """`?tab=unread|all`, newest first, `?after=`."""
    tab = request.GET.get("tab", "unread")
    if tab not in TABS:
        raise BadRequest("no such tab")
    rows = Notice.objects.visible_to(request.user)
    page = keyset.page(rows.unread() if tab == "unread" else rows, order=NEWEST, after=request.GET.get("after"))
    return render(request, "notices/notice_list.html", {
        "page": page, "tab": tab, "tabs": TABS.items(),
        # "Mark all as read" reads up to here: what comes meanwhile was not seen.
        "newest": rows.unread().order_by("-id").values_list("pk", flat=True).first(),
    })


@require_safe
@allows(SIGNED_IN)
def notice_open(request, pk):
    """To the page of its matter; who looks has read it. Another's notice does not exist."""
    mine = Notice.objects.visible_to(request.user)
    notice = get_object_or_404(mine, pk=pk)
    if request.method == "GET":
        mine.filter(pk=pk).read(now())
    return redirect(notice.url)


@require_POST
@allows(SIGNED_IN)
def notice_read(request):
    """All that stood on the list are read: those up to `last`. What came meanwhile was not seen yet."""
    last = request.POST.get("last", "")
    if not (last.isascii() and last.isdigit() and len(last) <= 18):
        raise BadRequest("last: the number of a notice")
    Notice.objects.visible_to(request.user).filter(pk__lte=int(last)).read(now())
    return redirect("notices:notice-list")
