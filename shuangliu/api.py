"""/api/: the API root registers each app's viewsets; the schema describes them."""

from django.urls import include, path
from django.utils.translation import gettext as _
from drf_spectacular.views import SpectacularAPIView
from rest_framework.authtoken.models import Token
from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.exceptions import PermissionDenied, Throttled, ValidationError
from rest_framework.response import Response
from rest_framework.routers import DefaultRouter

from grids.access import Allowed
from hotline.api import TicketViewSet
from incidents.api import IncidentViewSet
from incidents.demands.api import DemandViewSet
from mediation.api import CaseViewSet
from patrol.agreements.api import AgreementViewSet
from patrol.api import NoteViewSet
from patrol.courtyards.api import CourtyardViewSet
from patrol.shifts.api import RouteViewSet, ShiftViewSet
from patrol.walks.api import CheckInViewSet, MyShiftViewSet
from residents.api import PersonViewSet
from residents.leases.api import LeaseViewSet
from shuangliu.indicators import api as indicators
from shuangliu.notices.api import NoticeViewSet
from shuangliu.pages.access import ANYONE, SIGNED_IN

router = DefaultRouter()
router.include_root_view = router.include_format_suffixes = False
router.register("incidents", IncidentViewSet, basename="incident")
router.register("demands", DemandViewSet, basename="demand")
router.register("tickets", TicketViewSet, basename="ticket")
router.register("notices", NoticeViewSet, basename="notice")
router.register("mediation/cases", CaseViewSet, basename="case")
router.register("notes", NoteViewSet, basename="note")
router.register("my-shifts", MyShiftViewSet, basename="my-shift")
router.register("check-ins", CheckInViewSet, basename="check-in")
router.register("patrol/routes", RouteViewSet, basename="route")
router.register("patrol/shifts", ShiftViewSet, basename="shift")
router.register("agreements", AgreementViewSet, basename="agreement")
router.register("residents", PersonViewSet, basename="resident")
router.register("courtyards", CourtyardViewSet, basename="courtyard")
router.register("leases", LeaseViewSet, basename="lease")


class TokenView(ObtainAuthToken):
    """POST username and password, get {"token": …} for the header `Authorization: Token …`.

    403 for a password that somebody else chose: it is changed in the browser first. 429 after too many failures.
    """

    allows = ANYONE
    permission_classes = []
    authentication_classes = []  # nor is a session asked for its CSRF token: the password is in the request

    def post(self, request, *args, **kwargs):
        form = self.get_serializer(data=request.data)
        if not form.is_valid():
            locked = getattr(request, "axes_locked_out", False)
            raise Throttled if locked else ValidationError(form.errors)
        user = form.validated_data["user"]
        if user.must_change_password:
            raise PermissionDenied(_("Change your password in the browser first."))
        token, _made = Token.objects.get_or_create(user=user)
        return Response({"token": token.key})


class SchemaView(SpectacularAPIView):
    """The OpenAPI description of everything below."""

    allows = SIGNED_IN
    permission_classes = [Allowed]


urlpatterns = [
    path("v1/token/", TokenView.as_view(), name="api-token"),
    path("v1/", include(([*router.urls, *indicators.urlpatterns], "api"))),
    path("schema/", SchemaView.as_view(), name="api-schema"),
]
