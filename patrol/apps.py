from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PatrolConfig(AppConfig):
    name = "patrol"
    verbose_name = _("Patrol")

    def ready(self):
        from shuangliu import attachments

        from .courtyards import (
            guards,
            news,
            personal,
            receivers,  # noqa: F401
        )
        from .guards import sees

        attachments.guard("patrol.note", sees)
        guards.register()
        personal.register()
        news.name_kinds()
