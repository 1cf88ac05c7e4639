from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediationConfig(AppConfig):
    name = "mediation"
    verbose_name = _("Mediation")

    def ready(self):
        from shuangliu import attachments
        from shuangliu.notices import digest

        from . import news, receivers, speakers  # noqa: F401
        from .after import guards
        from .after import news as after_news
        from .after import receivers as after_receivers  # noqa: F401
        from .digest import lines
        from .network import receivers as decisions
        from .screening import news as screening_news
        from .screening import receivers as screening_receivers  # noqa: F401

        attachments.guard(speakers.MATTER, speakers.sees)

        news.name_kinds()
        decisions.name_kinds()
        screening_news.name_kinds()
        after_news.name_kinds()
        guards.register()
        digest.part("mediation", lines)
