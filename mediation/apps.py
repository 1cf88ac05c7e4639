from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediationConfig(AppConfig):
    name = "mediation"
    verbose_name = _("Mediation")

    def ready(self):
        from shuangliu import attachments
        from shuangliu.notices import digest

        from . import clear_exports, guards, news, protection, receivers, speakers  # noqa: F401
        from .after import guards as after_guards
        from .after import news as after_news
        from .after import receivers as after_receivers  # noqa: F401
        from .digest import lines
        from .major import receivers as major_receivers  # noqa: F401
        from .network import receivers as decisions
        from .screening import news as screening_news
        from .screening import receivers as screening_receivers  # noqa: F401

        protection.register()
        attachments.guard(speakers.MATTER, speakers.sees)

        attachments.guard("mediation.evidence", guards.sees_evidence)
        attachments.guard("mediation.appraisal", guards.sees_appraisal)
        news.name_kinds()
        decisions.name_kinds()
        screening_news.name_kinds()
        after_news.name_kinds()
        after_guards.register()
        digest.part("mediation", lines)
