from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "shuangliu.notices"
    verbose_name = _("Notices")

    def ready(self):
        from . import digest, testing
        from .kinds import kind

        kind(digest.KIND, _("What waits for you today"))
        kind(testing.KIND, _("Test message"))
