"""/hotline/wall/: the board on the wall of the hotline."""

from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shuangliu.pages import fragments
from shuangliu.pages.access import allows

from .. import wall as board


@never_cache
@require_safe
@allows("wall.view")
def wall(request):
    """The page asks for its figures again every five seconds."""
    at = now()
    template = "hotline/desk/_wall.html" if fragments.is_asked(request) else "hotline/desk/wall.html"
    return render(request, template, {"wall": board.wall(request.user, at), "at": at, "nav": []})
