"""What a phone's outbox gets for a form instead of a page: a receipt, or what is wrong.

static/js/field/sender.js sends the ordinary form to its ordinary address and asks with `Accept: application/json`.
It forgets what it keeps for a receipt alone.
"""

from uuid import UUID

from django.db.models import Model, QuerySet
from django.forms import Form
from django.http import HttpRequest, JsonResponse


def wanted(request: HttpRequest) -> bool:
    """A browser that shows pages names text/html first; the outbox takes nothing but JSON."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def receipt(matter, is_new: bool) -> JsonResponse:
    """The matter is stored: 201, or 200 when it had arrived before. One that can be merged says into which."""
    said = {"uuid": str(matter.uuid), "number": matter.number, "url": matter.get_absolute_url(), "is_new": is_new,
            "goes_on_as": getattr(matter, "goes_on_as", "")}
    return JsonResponse(said, status=201 if is_new else 200)


def sent_before(request: HttpRequest, own: QuerySet) -> JsonResponse | None:
    """The receipt for a form that is stored already, when the first one was lost on its way."""
    matter = stored_before(request.POST.get("uuid", ""), own) if wanted(request) else None
    return receipt(matter, False) if matter else None


def stored_before(uuid: str, own: QuerySet) -> Model | None:
    """The matter of the form with this number, if it is stored: what has changed since (a category retired, the matter
    it joins closed) is no reason to refuse what was taken. `own` are the matters of its sender."""
    try:
        return own.filter(uuid=UUID(uuid)).first()
    except ValueError:
        return None


def refusal(form: Form, status: int) -> JsonResponse:
    """What is wrong, field by field (an empty name for the form as a whole), and which of the files were refused."""
    errors = [{"field": "" if name == "__all__" else name, "messages": [str(message) for message in messages],
               "label": str(form[name].label) if name in form.fields else ""}
              for name, messages in form.errors.items()]
    return JsonResponse({"errors": errors, "refused_files": getattr(form, "refused_files", {})}, status=status)


def complaint(message, status: int) -> JsonResponse:
    """Why the whole request was turned away, in one sentence."""
    return JsonResponse({"detail": str(message)}, status=status)
