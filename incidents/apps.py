from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IncidentsConfig(AppConfig):
    name = "incidents"
    verbose_name = _("Incidents")

    def ready(self):
        from grids import handover
        from shuangliu import attachments
        from shuangliu.notices import digest

        from . import duties, news, receivers  # noqa: F401
        from .demands import news as demand_news
        from .digest import lines
        from .guards import sees
        from .handover import Incidents

        attachments.guard("incidents.incident", sees)
        handover.register("incidents", Incidents())
        news.name_kinds()
        demand_news.name_kinds()
        digest.part("incidents", lines)
