from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "shuangliu.indicators"
    verbose_name = _("Indicators")

    def ready(self):
        # Each app says in its indicators.py what it measures.
        autodiscover_modules("indicators")
