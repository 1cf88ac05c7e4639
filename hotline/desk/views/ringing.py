"""A call rings: the telephone system tells us, and the agent's page asks."""

from django.conf import settings
from django.db.models import Q
from django.http import JsonResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from shuangliu.pages.access import BY_TOKEN, allows, carries

from .. import hook
from ..models import AgentShift, Call


@csrf_exempt
@require_POST
@allows(BY_TOKEN)
def call_ring(request):
    """201 for a new call, 200 for one that is known; 403 without the secret, 422 for what is no message."""
    if not carries(request, settings.PBX_TOKEN):
        return JsonResponse({"detail": _("The token is missing or wrong.")}, status=403)
    message = hook.read(request.body)
    if not message.is_valid():
        return JsonResponse({"errors": message.errors}, status=422)
    call, is_new = hook.hear(message, at=now())
    return JsonResponse({"call_id": call.call_id, "state": call.state}, status=201 if is_new else 200)


@never_cache
@require_safe
@allows("call.take")
def call_ringing(request):
    """What rings at this agent, or at nobody yet; and whether they are on shift."""
    at, user = now(), request.user
    shift = AgentShift.objects.of(user)
    if shift is None or shift.paused_at:
        return JsonResponse({"calls": [], "is_on": False})
    mine = Call.objects.visible_to(user).filter(Q(agent=user) | Q(agent=None)).select_related("line")
    going = [*mine.ringing(at).order_by("rang_at")[:5], *mine.talking(at).filter(tickets=None).order_by("-rang_at")[:1]]
    return JsonResponse({"is_on": True, "calls": [
        {"id": call.pk, "state": call.state, "url": f"{reverse('hotline:call-new')}?call={call.pk}",
         "text": _("%(phone)s calls on %(line)s") % {"phone": call.masked_phone or _("A withheld number"),
                                                     "line": call.line or call.dialled}}
        for call in going]})
