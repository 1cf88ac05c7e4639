"""The outbox: what this phone keeps and has not yet a receipt for. The page is empty here; the phone fills it."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shuangliu.pages.access import SIGNED_IN, allows


@require_safe
@allows(SIGNED_IN)
def outbox(request):
    return render(request, "patrol/outbox.html")


@require_safe
@allows(SIGNED_IN)
@never_cache
def outbox_token(request):
    """Who is signed in, and the token their forms need now: one page stays open over many sessions. A token does not
    survive a sign-in, so nothing of one user can go out in the name of the next."""
    return JsonResponse({"user": request.user.pk, "token": get_token(request)})
