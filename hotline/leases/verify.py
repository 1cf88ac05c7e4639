"""/public/leases/verify/: does this certificate count? For whoever has it in hand; names masked."""

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from residents.leases import verifying
from shuangliu import guard
from shuangliu.pages.access import ANYONE, allows

from .forms import VerifyForm


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def verify(request):
    if request.method == "GET":
        return render(request, "hotline/leases/verify.html", {"form": VerifyForm()})
    form = VerifyForm(request.POST)
    if not form.is_valid():
        return render(request, "hotline/leases/verify.html", {"form": form}, status=422)
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
    verdict = verifying.verify(code, localdate())
    if verdict is None:
        guard.count(request, "portal.code")
    return render(request, "hotline/leases/verify.html", {"form": form, "verdict": verdict, "asked": True})
