from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class RetentionConfig(AppConfig):
    name = "shuangliu.retention"
    verbose_name = _("Keeping and forgetting")

    def ready(self):
        # Each app says in its forgetters.py what it forgets.
        autodiscover_modules("forgetters")
        from shuangliu.privacy import guards

        from . import restrictions, rules

        guards.check_by(restrictions.why_not)

        post_migrate.connect(lambda **kwargs: rules.ensure(), sender=self, weak=False,
                             dispatch_uid="retention.rules")
