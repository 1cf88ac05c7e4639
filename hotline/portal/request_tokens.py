"""Which request about own data a browser may see for half an hour, by a signed cookie that only these pages get: whose
number and code it knows, and whose copy it has opened with the word."""

from django.urls import reverse

from shuangliu.subjects.models import SubjectRequest

FOLLOWED, OPENED = "request_followed", "request_opened"
LASTS = 30 * 60  # seconds; a library's computer forgets soon


def give(request, response, name: str, asked: SubjectRequest):
    response.set_signed_cookie(name, asked.pk, salt=f"hotline.{name}", max_age=LASTS, path=_path(), httponly=True,
                               samesite="Lax", secure=request.is_secure())
    return response


def take(request, name: str) -> SubjectRequest | None:
    """None when the time is over."""
    pk = request.get_signed_cookie(name, default=None, salt=f"hotline.{name}", max_age=LASTS)
    return pk and SubjectRequest.objects.for_detail().filter(pk=int(pk)).first()


def forget(response):
    for name in (FOLLOWED, OPENED):
        response.delete_cookie(name, path=_path(), samesite="Lax")
    return response


def _path() -> str:
    return reverse("portal:privacy")
