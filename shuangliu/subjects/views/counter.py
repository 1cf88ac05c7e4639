"""At the counter: somebody asks here, or comes with the number and code of what they asked elsewhere."""

import hmac
from uuid import uuid4

from django.contrib import messages
from django.core.cache import cache
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import posts_for
from shuangliu import audit
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import ReceiveForm, TakeForm
from ..models import SubjectRequest
from ..rights import Desk
from ..states import Act

TRIES, PAUSE = 10, 15 * 60  # wrong codes of one clerk, seconds


@never_cache
@require_http_methods(["GET", "POST"])
@allows("subject.receive")
def subject_receive(request):
    """One form: the request, and who asks."""
    form = ReceiveForm(unsent.typed(request), initial={"uuid": uuid4()})
    if request.method == "POST" and form.is_valid():
        made = _receive(request.user, form)
        messages.success(request, _("Taken down. Hand out the receipt."))
        return redirect(made)
    return render(request, "subjects/subject_receive.html", {"form": form},
                  status=422 if request.method == "POST" else 200)


@transaction.atomic
def _receive(user, form: ReceiveForm) -> SubjectRequest:
    said, at = form.cleaned_data, now()
    made, is_new = actions.ask(
        at=at, uuid=said["uuid"], kind=said["kind"], by=user, desk=Desk.COUNTER, name=said["name"], text=said["text"],
        channel=SubjectRequest.Channel.COUNTER, area_key=posts_for(user, "subject.receive")[0].area.key,
        asker=said["asker"], phone=said["phone"])
    if is_new and form.needs_identity:
        actions.identify(made, by=user, at=at, **form.identity())
    return made


@never_cache
@require_http_methods(["GET", "POST"])
@allows("subject.take")
def subject_take(request):
    """An unknown number and a wrong code are answered alike, and each is logged."""
    form, code = TakeForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST":
        code = 422
        slot = f"subjects:take:{request.user.pk}"
        if cache.get(slot, 0) >= TRIES:
            form.add_error(None, _("Too many wrong codes. Wait a quarter of an hour."))
            code = 429
        elif form.is_valid():
            found = SubjectRequest.objects.filter(pk=form.cleaned_data["number"]).first()
            typed = form.cleaned_data["code"].strip()
            if hmac.compare_digest((found.code if found else "-" * 6).encode(), typed.encode()):
                if found.can(Act.TAKE):
                    area = posts_for(request.user, "subject.take")[0].area
                    actions.take(found, by=request.user, at=now(), area_key=area.key)
                    messages.success(request, _("It is at your counter now."))
                    return redirect(found)
                form.add_error(None, _("The identity was checked already: the desk that did it goes on with it."))
            else:
                cache.add(slot, 0, PAUSE)
                cache.incr(slot)
                audit.record("subject.code-refused", found, by=request.user, at=now())
                form.add_error(None, _("Number and code do not belong together. Please look at them again."))
    return render(request, "subjects/subject_take.html", {"form": form}, status=code)
