"""/open311/v2/"""

from django.urls import path, register_converter

from . import views


class Format:
    regex = "json|xml"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Format, "format")

app_name = "open311"
urlpatterns = [
    path("discovery.<format:form>", views.discovery, name="discovery"),
    path("services.<format:form>", views.service_list, name="services"),
    path("services/<str:code>.<format:form>", views.service_definition, name="service-definition"),
    path("requests.<format:form>", views.request_list, name="requests"),
    path("requests/<str:number>.<format:form>", views.request_detail, name="request-detail"),
    path("photos/<str:number>.jpg", views.photo, name="photo"),
    path("tokens/<uuid:token>.<format:form>", views.token, name="token"),
    path("servicerequestupdates.<format:form>", views.update_list, name="updates"),
]
