from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectionConfig(AppConfig):
    name = "shuangliu.protection"
    verbose_name = _("Protection of personal data")

    def ready(self):
        from . import news, receivers  # noqa: F401

        news.name_kinds()
