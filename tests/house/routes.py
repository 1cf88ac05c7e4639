"""All routes of the product, read from the URLconf."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One pattern: its name with namespaces ("incidents:incident-accept"), its view, its parameters."""

    name: str
    view: object
    parameters: tuple[str, ...]

    @property
    def is_api(self) -> bool:
        return hasattr(self.view, "cls")

    @property
    def methods(self) -> list[str]:
        if self.is_api:
            actions = getattr(self.view, "actions", None) or {
                method: method for method in ("get", "post", "put", "patch", "delete") if hasattr(self.view.cls, method)
            }
            return [method.upper() for method in actions if method not in {"head", "options"}]
        return ["GET", "POST"]


def walk(patterns=None, namespaces: tuple[str, ...] = (), parameters: tuple[str, ...] = ()) -> Iterator[Route]:
    """Every route but the admin's own, which the admin site guards (tests/house/test_admin.py)."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = parameters + tuple(pattern.pattern.converters or pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
                yield from walk(pattern.url_patterns, inner, here)
        elif isinstance(pattern, URLPattern):
            yield Route(":".join((*namespaces, pattern.name or str(pattern.pattern))), pattern.callback, here)
