"""/open311/v2/: each resource in two formats. Whoever asks may read; who sends needs a key."""

from functools import wraps

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from shuangliu import guard
from shuangliu.attachments.views import answer_with
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict

from ..models import Ticket
from .discovery import discovery as discovered
from .errors import Refused
from .formats import answer
from .jurisdictions import jurisdiction
from .keys import key_of
from .publishing import photo_of
from .reading import Wish, wanted
from .rows import shown
from .sending import receipt, send
from .services import category_of, definition, services
from .updating import add, updates

READ = frozenset({"GET", "HEAD"})


def resource(*methods: str):
    """A view that returns the name of its root and its value, or raises Refused. No cookie decides anything here, so
    no form of another site can send in somebody's name, and any page may read what is public."""

    def decorate(view):
        @csrf_exempt
        @allows(ANYONE)
        @wraps(view)
        def answers(request, form, **which):
            try:
                if request.method in READ:
                    guard.throttle(request, "open311.read")
                if request.method not in methods:
                    raise Refused(405, _("Not possible: %(method)s.") % {"method": request.method})
                response = answer(*view(request, **which), form)
            except Refused as refused:
                response = answer("errors", refused.rows, form, refused.status)
                if refused.wait:
                    response["Retry-After"] = str(refused.wait)
            except guard.Throttled as throttled:
                response = answer("errors", Refused(429, str(throttled)).rows, form, 429)
                response["Retry-After"] = str(throttled.wait)
            except Http404:
                response = _error(404, _("There is no such thing here."), form)
            except Conflict as conflict:
                response = _error(400, str(conflict), form)
            except (BadRequest, MultiPartParserError, SuspiciousOperation):
                response = _error(400, _("The request cannot be read."), form)
            response["Access-Control-Allow-Origin"] = "*"
            return response

        return answers

    return decorate


@resource(*READ)
def discovery(request):
    return "discovery", discovered(request)


@resource(*READ)
def service_list(request):
    _county(request)
    return "services", services()


@resource(*READ)
def service_definition(request, code):
    _county(request)
    return "service_definition", definition(category_of(code))


@resource(*READ, "POST")
def request_list(request):
    if request.method == "POST":
        key = _sender(request)
        ticket, account = send(request, key=key, county=_county(request), at=now())
        return "service_requests", [receipt(ticket, account)]
    wish = Wish(request.GET)
    return "service_requests", shown(wanted(wish, _county(request)), _own_key(request), root=_root(request),
                                     extended=_extended(wish))


@resource(*READ)
def request_detail(request, number):
    tickets = Ticket.objects.sent_openly().filter(county_key=_county(request).key).numbered(number)
    found = shown(tickets, _own_key(request), root=_root(request), extended=_extended(Wish(request.GET)))
    if not found:
        raise Refused(404, _("service_request_id was not found."))
    return "service_requests", found


@resource(*READ)
def token(request, token):
    """A token is the UUID under which a program sent a request: it finds it again when the answer was lost."""
    ticket = Ticket.objects.sent_openly().filter(county_key=_county(request).key, uuid=token).first()
    if ticket is None:
        raise Refused(404, _("token was not found."))
    return "service_requests", [{"service_request_id": ticket.number, "token": str(token)}]


@resource(*READ, "POST")
def update_list(request):
    if request.method == "POST":
        key = _sender(request)
        update = add(request.POST, key=key, county=_county(request), at=now())
        return "service_request_updates", [{"update_id": str(update.pk)}]
    return "service_request_updates", updates(Wish(request.GET), _county(request), _own_key(request))


@require_safe
@allows(ANYONE)
def photo(request, number):
    """The photo that a person made public; it is taken back as soon as they do."""
    guard.throttle(request, "open311.read")
    found = photo_of(number)
    if found is None:
        raise Http404
    return answer_with(request, found, found.file, found.content_type, as_download=False)


def _root(request) -> str:
    """The address of this server, as the public knows it."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")


def _said(request, name: str) -> str:
    """In the body or in the address: programs do both."""
    return (request.POST.get(name) or request.GET.get(name, "")).strip()


def _county(request):
    return jurisdiction(_said(request, "jurisdiction_id"))


def _sender(request):
    given = _said(request, "api_key")
    key = key_of(request, given)
    guard.throttle(request, "open311.submit", given)
    return key


def _own_key(request):
    """Reading needs no key; with one a program reads what it sent itself."""
    given = request.GET.get("api_key", "").strip()
    return key_of(request, given) if given else None


def _extended(wish: Wish) -> bool:
    return wish.text("extensions").lower() in {"true", "1", "yes"}


def _error(status: int, message: str, form: str):
    return answer("errors", Refused(status, message).rows, form, status)
