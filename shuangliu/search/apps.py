from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "shuangliu.search"
    verbose_name = _("Search")

    def ready(self):
        post_migrate.connect(keep_sqlite, dispatch_uid="search.keep_sqlite")


def keep_sqlite(sender, using, **more):
    """What a migration of `sender` took away from its searched models (sqlite.py) is there again."""
    from .sqlite import keep

    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    tables = connection.introspection.table_names()
    for model in sender.get_models():
        if hasattr(model, "searched") and model._meta.db_table in tables:
            keep(connection, model)
