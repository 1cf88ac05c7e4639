from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IncidentsConfig(AppConfig):
    name = "incidents"
    verbose_name = _("Incidents")

    def ready(self):
        from shuangliu import attachments

        from . import receivers  # noqa: F401
        from .guards import sees

        attachments.guard("incidents.incident", sees)
