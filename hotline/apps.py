from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HotlineConfig(AppConfig):
    name = "hotline"
    verbose_name = _("The hotline")

    def ready(self):
        from django.urls import reverse

        from incidents import besides
        from residents.leases.news import lead_holders
        from shuangliu import attachments

        from . import news, protection, receivers  # noqa: F401
        from .besides import said_of
        from .guards import sees, sees_incident
        from .knowledge import news as knowledge
        from .portal import consent
        from .voices import guards as voices

        attachments.guard("hotline.ticket", sees)
        attachments.guard("incidents.incident", sees_incident)
        besides.tell(said_of)
        news.name_kinds()
        protection.register()
        knowledge.name_kinds()
        attachments.guard("hotline.contingencyplan", voices.sees)
        voices.name_kinds()
        consent.declare()
        lead_holders(lambda: reverse("leases:mine"))
