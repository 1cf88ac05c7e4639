"""POST a request: what the program says becomes a ticket, which goes to the office at once."""

import re
from datetime import datetime
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from grids.models import Area
from incidents.forms.questions import WithQuestions, name_of
from incidents.models import Category, Question
from shuangliu import attachments
from shuangliu.attachments.models import Role

from .. import actions
from ..guard.blocking import blocked
from ..models import Channel, Kind, Ticket
from .errors import Refused
from .formats import clean
from .models import ApiKey, Delivery
from .services import category_of, questions_of

ATTRIBUTE = re.compile(r"attribute\[([^\]]*)\](?:\[\])?")
MOST_FILES = 6
YES = {"true": "yes", "1": "yes", "false": "no", "0": "no"}
CHINESE = re.compile("[\u3400-\u9fff]")


class RequestForm(WithQuestions):
    """The fields of GeoReport. `email` and `device_id` are taken and not kept: nobody here would use them."""

    category = forms.ModelChoiceField(Category.objects.all(), to_field_name="code")
    description = forms.CharField(max_length=4000, required=False)
    lat = forms.FloatField(min_value=-90, max_value=90, required=False)
    long = forms.FloatField(min_value=-180, max_value=180, required=False)
    address_string = forms.CharField(max_length=200, required=False)
    address_id = forms.CharField(max_length=20, required=False)
    first_name = forms.CharField(max_length=30, required=False)
    last_name = forms.CharField(max_length=30, required=False)
    phone = forms.CharField(max_length=30, required=False)
    account_id = forms.CharField(max_length=100, required=False)
    media_url = forms.CharField(max_length=1000, required=False)
    token = forms.UUIDField(required=False)

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("lat") is None) != (cleaned.get("long") is None) and not {"lat", "long"} & self.errors.keys():
            self.add_error("long", _("lat and long need each other."))
        if not ({"lat", "address_string", "address_id"} & {name for name, value in cleaned.items()
                                                           if value not in (None, "")}) and not self.errors:
            self.add_error(None, _("No location: lat and long, address_string or address_id is needed."))
        return cleaned


def send(request: HttpRequest, *, key: ApiKey, county: Area, at: datetime) -> tuple[Ticket, str]:
    """The ticket, and the account_id that came with it. With a `token` of the program's own (a UUID), sent twice it is
    one ticket. Raises Refused."""
    category = category_of(request.POST.get("service_code", "").strip())
    form = RequestForm(_data(request.POST, category))
    if not form.is_valid():
        raise Refused(400, *_complaints(form))
    given = form.cleaned_data
    if blocked(request, given["phone"]):
        raise Refused(403, _("Nothing is taken in writing from this phone or network for now. Please call the "
                             "hotline."))
    uuid = given["token"] or uuid4()
    _stage(uuid, [file for files in request.FILES.lists() for file in files[1]])
    try:
        with transaction.atomic():
            ticket, is_new = actions.submit(
                at=at, uuid=uuid, channel=Channel.OPEN311, kind=Kind.HELP, category=category,
                content=_content(given, category), area=_area(given["address_id"], county), caller=_caller(given),
                longitude=given["long"], latitude=given["lat"], place=given["address_string"], answers=form.answers())
            if is_new:
                Delivery.objects.create(ticket=ticket, key=key)
    except ValidationError as error:
        raise Refused(400, *error.messages) from error
    return ticket, given["account_id"]


def receipt(ticket: Ticket, account_id: str) -> dict:
    """What the program is told, and shows to whoever reported."""
    notice = _("Number %(number)s, query code %(code)s: with both, how it stands can be looked up and judged.")
    return {"service_request_id": ticket.number,
            "service_notice": notice % {"number": ticket.number, "code": ticket.code},
            "account_id": account_id or None}


def _data(sent: QueryDict, category: Category) -> dict:
    """What was sent, as the form understands it."""
    data = {name: clean(sent[name]).strip() for name in RequestForm.base_fields if name in sent}
    data["media_url"] = "\n".join(filter(None, (clean(url).strip() for url in sent.getlist("media_url"))))
    kinds = {question.code: question.kind for question in questions_of(category)}
    answers = {found[1]: ", ".join(filter(None, map(str.strip, map(clean, sent.getlist(name)))))
               for name in sent if (found := ATTRIBUTE.fullmatch(name))}
    data["answers"] = {code: _plain(answer, kinds.get(code)) for code, answer in answers.items() if answer}
    return data | {"category": category.code}


def _plain(answer: str, kind: str | None) -> str:
    """The answer as our forms take it: days without their hour, yes or no by these words."""
    if kind == Question.Kind.YES_NO:
        return YES.get(answer.lower(), answer.lower())
    if kind == Question.Kind.DATE:
        try:
            at = parse_datetime(answer)
        except ValueError:
            return answer
        if at:
            return (localtime(at) if is_aware(at) else at).date().isoformat()
    return answer


def _complaints(form: RequestForm) -> list[str]:
    """Each error with the name under which the program knows the field."""
    names = {name_of(question): f"attribute[{question.code}]" for question in form.questions}
    return [message if field == forms.forms.NON_FIELD_ERRORS else f"{names.get(field, field)}: {message}"
            for field, messages in form.errors.items() for message in messages]


def _stage(uuid: UUID, files: list) -> None:
    if len(files) > MOST_FILES:
        raise Refused(400, _("At most %(n)d files.") % {"n": MOST_FILES})
    for file in files:
        try:
            attachments.stage(uuid, file, Role.REPORT, None)
        except ValidationError as error:
            raise Refused(400, *error.messages) from error


def _area(address_id: str, county: Area) -> Area:
    """address_id is the code of an area: of a grid, community or town of this county."""
    if not address_id:
        return county
    area = Area.objects.filter(code=address_id, key__gte=county.low, key__lt=county.high, valid_to=None).first()
    if area is None:
        raise Refused(400, _("address_id: no area of this code."))
    return area


def _caller(given: dict) -> actions.CallerGiven | None:
    """Who left a phone can be called back; a name alone is not kept."""
    if not given["phone"]:
        return None
    first, last = given["first_name"], given["last_name"]
    name = f"{last}{first}" if CHINESE.search(first + last) else f"{first} {last}".strip()
    return actions.CallerGiven(given["phone"], name)


def _content(given: dict, category: Category) -> str:
    """What was said. Files elsewhere are named, never fetched: an address may lead anywhere."""
    said = given["description"] or category.name
    return "\n".join([said, *(f"媒体：{url}" for url in given["media_url"].split())])
