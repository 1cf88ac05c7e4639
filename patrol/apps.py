from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PatrolConfig(AppConfig):
    name = "patrol"
    verbose_name = _("Patrol")

    def ready(self):
        from shuangliu import attachments

        from .guards import sees
        from .shifts import guards, news
        from .swaps import news as swaps

        attachments.guard("patrol.note", sees)
        attachments.guard("patrol.checkin", guards.sees)
        news.name_kinds()
        swaps.name_kinds()
