"""/public/privacy/: how data are processed, and what everybody may ask about their own (PIPL art. 17, 30, 44-50)."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from shuangliu.pages.access import ANYONE, allows


@require_safe
@allows(ANYONE)
def privacy(request):
    return render(request, "hotline/portal/privacy.html")
