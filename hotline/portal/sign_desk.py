"""/hotline/signs/: a station prints the signs of its grids and points, a community at a time."""

import segno
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import area_q, get_or_404, posts_for
from grids.models import Area, Level
from incidents.whereabouts import place as place_in
from shuangliu import audit
from shuangliu.pages.access import allows

from .models import Sign


class SignForm(forms.Form):
    """A point where a sign shall hang; its coordinates, where they are known, fill the map."""

    place = forms.CharField(label=gettext_lazy("Where it hangs"), max_length=100)
    longitude = forms.FloatField(label=gettext_lazy("Longitude"), min_value=-180, max_value=180, required=False)
    latitude = forms.FloatField(label=gettext_lazy("Latitude"), min_value=-90, max_value=90, required=False)

    use_required_attribute = False

    def __init__(self, data=None, *, area):
        self.area = area
        super().__init__(data)

    def clean(self):
        cleaned = super().clean()
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if self.errors:
            return cleaned
        if (longitude is None) != (latitude is None):
            self.add_error("latitude", _("A point has a longitude and a latitude."))
        elif longitude is not None:
            grid = place_in(self.area, longitude, latitude).grid
            if grid is None or not self.area.low <= grid.key < self.area.high:
                self.add_error("latitude", _("This point does not lie in the community."))
            cleaned["area"] = grid
        return cleaned


@require_http_methods(["GET", "POST"])
@allows("sign.make")
def sign_list(request):
    """`?area=<community>`: its sheet; a POST adds a point."""
    communities = list(Area.objects.filter(area_q([post.area for post in posts_for(request.user, "sign.make")], "key"),
                                           level=Level.COMMUNITY).current(localdate()).defer("outline").order_by("key"))
    wanted = request.GET.get("area") or (communities[0].code if communities else "")
    area = next((one for one in communities if one.code == wanted), None)
    if area is None:
        raise Http404
    form = SignForm(request.POST if request.method == "POST" else None, area=area)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        where = given.pop("area", None) or area
        made = Sign.objects.create(**given, area=where, area_key=where.key, made_by=request.user, made_at=now())
        audit.record("sign.made", made, by=request.user, at=now())
        messages.success(request, _("The sign is on the sheet."))
        return redirect(f"{reverse('hotline:sign-list')}?area={area.code}")
    grids = area.children.current(localdate()).filter(level=Level.GRID).defer("outline").order_by("key")
    points = Sign.objects.visible_to(request.user).filter(
        is_active=True, area_key__gte=area.low, area_key__lt=area.high)
    sheet = [{"place": grid.name, "code": drawn(request, grid.code)} for grid in grids]
    sheet += [{"place": sign.place, "code": drawn(request, sign.slug), "sign": sign} for sign in points]
    return render(request, "hotline/portal/sign_list.html", {
        "area": area, "communities": communities, "sheet": sheet, "form": form}, status=422 if form.is_bound else 200)


@require_POST
@allows("sign.make")
def sign_remove(request, pk):
    """Taken down: whoever scans it is told so. Doing it twice changes nothing."""
    sign = get_or_404(Sign, pk, user=request.user, may="sign.make")
    if Sign.objects.filter(pk=sign.pk, is_active=True).update(is_active=False):
        audit.record("sign.removed", sign, by=request.user, at=now())
    return redirect("hotline:sign-list")


def drawn(request, slug: str) -> str:
    """The QR code of a sign's address, as SVG; level Q still reads with a quarter of it scratched."""
    path = reverse("portal:at", args=[slug])
    address = settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)
    return mark_safe(segno.make(address, error="q", micro=False).svg_inline(scale=4, border=4))  # noqa: S308
