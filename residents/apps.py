from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResidentsConfig(AppConfig):
    name = "residents"
    verbose_name = _("Residents")

    def ready(self):
        from shuangliu import attachments

        from . import personal
        from .care import guards as aid
        from .care import news as care_news
        from .care import personal as care
        from .care import receivers as heard  # noqa: F401
        from .leases import guards, news
        from .leases import personal as parties
        from .leases import receivers as leases  # noqa: F401
        from .register import (
            clear_exports,  # noqa: F401
            receivers,  # noqa: F401
        )
        from .register import news as register_news
        from .visits import news as visit_news
        from .visits import receivers as visits  # noqa: F401

        personal.register()
        care.register()
        parties.register()
        attachments.guard("residents.lease", guards.sees)
        attachments.guard("residents.asked", guards.sees_asked)
        news.name_kinds()
        visit_news.name_kinds()
        register_news.name_kinds()
        attachments.guard("residents.aidapplication", aid.sees)
        care_news.name_kinds()
