from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PatrolConfig(AppConfig):
    name = "patrol"
    verbose_name = _("Patrol")

    def ready(self):
        from shuangliu import attachments

        from . import networks
        from .agreements import guards, news
        from .agreements import personal as signers
        from .assets import personal as contacts
        from .assets import receivers  # noqa: F401
        from .guards import sees

        attachments.guard("patrol.note", sees)
        attachments.guard("patrol.signature", guards.sees_signature)
        signers.register()
        contacts.register()
        news.name_kinds()
        networks.read_resources()
