from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SubjectsConfig(AppConfig):
    name = "shuangliu.subjects"
    verbose_name = _("Requests about own data")

    def ready(self):
        # Each app says in its holders.py what it holds of a person.
        autodiscover_modules("holders")
        from . import news, personal, receivers  # noqa: F401

        news.name_kinds()
        personal.register()
