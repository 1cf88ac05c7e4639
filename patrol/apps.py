from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PatrolConfig(AppConfig):
    name = "patrol"
    verbose_name = _("Patrol")

    def ready(self):
        from shuangliu import attachments

        from . import courtyards, networks, protection
        from .agreements import guards as agreements
        from .agreements import news as agreement_news
        from .agreements import personal as signers
        from .assets import personal as contacts
        from .assets import receivers  # noqa: F401
        from .guards import sees
        from .shifts import guards, news
        from .swaps import news as swaps
        from .volunteers import consent, personal
        from .volunteers import news as call_ups

        attachments.guard("patrol.note", sees)
        attachments.guard("patrol.checkin", guards.sees)
        news.name_kinds()
        protection.register()
        consent.declare()
        personal.register()
        call_ups.name_kinds()
        swaps.name_kinds()
        courtyards.ready()
        attachments.guard("patrol.signature", agreements.sees_signature)
        agreement_news.name_kinds()
        signers.register()
        contacts.register()
        networks.read_resources()
