"""/public/volunteers/verify/: is this certificate genuine? For whoever has it in hand; the name masked."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shuangliu import guard
from shuangliu.pages.access import ANYONE, allows

from .. import verifying
from .forms import VerifyForm


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def verify(request):
    form = VerifyForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "patrol/volunteers/public/verify.html", {"form": form},
                      status=422 if request.method == "POST" else 200)
    return _verdict(request, form.cleaned_data["code"], form)


@never_cache
@require_safe
@allows(ANYONE)
def verify_code(request, code):
    """Where the QR code of a certificate leads."""
    return _verdict(request, code, VerifyForm(initial={"code": code}))


def _verdict(request, code: str, form: VerifyForm):
    """Unknown codes count: nobody tries them through."""
    guard.check(request, "portal.code")
    certificate = verifying.verify(code)
    if certificate is None:
        guard.count(request, "portal.code")
    return render(request, "patrol/volunteers/public/verify.html", {"form": form, "certificate": certificate,
                                                                    "asked": True})
