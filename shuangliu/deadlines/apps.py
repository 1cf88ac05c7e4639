from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeadlinesConfig(AppConfig):
    name = "shuangliu.deadlines"
    verbose_name = _("Deadlines")

    def ready(self):
        from . import checks  # noqa: F401
