"""One matter for each route with parameters, for tests/house."""

from shuangliu.indicators.registry import registry

SAMPLES = {"api:indicator-detail": lambda cast: {"name": next(iter(registry.indicators))}}
