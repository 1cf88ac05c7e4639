from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediationConfig(AppConfig):
    name = "mediation"
    verbose_name = _("Mediation")

    def ready(self):
        from shuangliu import attachments
        from shuangliu.notices import digest

        from . import guards, news, receivers  # noqa: F401
        from .digest import lines

        attachments.guard("mediation.evidence", guards.sees_evidence)
        attachments.guard("mediation.appraisal", guards.sees_appraisal)
        news.name_kinds()
        digest.part("mediation", lines)
