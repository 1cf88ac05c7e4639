"""For those who watch the servers: alive, ready, and numbers."""

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from .access import ANYONE, allows


@allows(ANYONE)
def healthz(request):
    """200 while the process answers; it asks nobody else."""
    return JsonResponse({"status": "ok"})


@allows(ANYONE)
def readyz(request):
    """200 when the database answers and is migrated and the cache takes a value; else 503 naming the part."""
    checks = {"database": _database, "cache": _cache}
    failed = []
    for name, check in checks.items():
        try:
            ok = check()
        except Exception:  # whatever a driver raises, the part is not ready
            ok = False
        if not ok:
            failed.append(name)
    status = 503 if failed else 200
    return JsonResponse({"status": "unready" if failed else "ok", "failed": failed}, status=status)


def _database() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _cache() -> bool:
    cache.set("readyz", 1, 10)
    return cache.get("readyz") == 1


@allows(ANYONE)
def metrics(request):
    """Prometheus text. From this machine, or with `Authorization: Bearer $SHUANGLIU_METRICS_TOKEN`."""
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    local = request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"} and "HTTP_X_FORWARDED_FOR" not in request.META
    if not (local or (token and constant_time_compare(given, token))):
        return HttpResponse(status=403)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)
