"""/public/: what do you want to do."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from shuangliu.pages.access import ANYONE, allows


@require_safe
@allows(ANYONE)
def home(request):
    return render(request, "hotline/portal/home.html")
