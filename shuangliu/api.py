"""/api/: the API root registers each app's viewsets; the schema describes them."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.routers import DefaultRouter

from grids.access import Allowed
from incidents.api import IncidentViewSet
from mediation.api import CaseViewSet
from shuangliu.indicators import api as indicators
from shuangliu.pages.access import ANYONE, SIGNED_IN

router = DefaultRouter()
router.include_root_view = router.include_format_suffixes = False
router.register("incidents", IncidentViewSet, basename="incident")
router.register("mediation/cases", CaseViewSet, basename="case")


class TokenView(ObtainAuthToken):
    """POST username and password, get {"token": …} for the header `Authorization: Token …`."""

    allows = ANYONE
    permission_classes = []


class SchemaView(SpectacularAPIView):
    """The OpenAPI description of everything below."""

    allows = SIGNED_IN
    permission_classes = [Allowed]


urlpatterns = [
    path("v1/token/", TokenView.as_view(), name="api-token"),
    path("v1/", include(([*router.urls, *indicators.urlpatterns], "api"))),
    path("schema/", SchemaView.as_view(), name="api-schema"),
]
