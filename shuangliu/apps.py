"""The project's own apps: the platform, what ties its parts together, and an admin that does not need GDAL."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.contrib.admin.apps import SimpleAdminConfig
from django.utils.module_loading import module_has_submodule


class PlatformConfig(AppConfig):
    """The wiring: management commands that see every app."""

    name = "shuangliu"
    default = True

    def ready(self):
        from shuangliu.deadlines import calendars
        from shuangliu.notices import digest

        # They stand on one floor and do not know each other.
        digest.only_on(lambda day: calendars.current().is_working(day))


class AdminConfig(SimpleAdminConfig):
    """Autodiscovery that skips leaflet.admin, which cannot be imported on a machine without GDAL."""

    default = False

    def ready(self):
        super().ready()
        for config in apps.get_app_configs():
            if config.name != "leaflet" and module_has_submodule(config.module, "admin"):
                import_module(f"{config.name}.admin")
