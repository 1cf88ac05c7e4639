"""The rules in force: those of the county, with the defaults of the code where it has none yet."""

from django.conf import settings
from django.utils.translation import override

from .models import RetentionRule
from .registry import forgetters


def ensure() -> None:
    """A rule for each name of the registry that has none; what the county changed stays."""
    there = set(RetentionRule.objects.values_list("what", flat=True))
    new = [one for name, one in forgetters.items() if name not in there]
    if new:
        with override(settings.LANGUAGE_CODE):  # migrations run without one
            RetentionRule.objects.bulk_create(
                [RetentionRule(what=one.name, days=one.days, does=one.does, source=str(one.source),
                               is_active=one.is_active) for one in new], ignore_conflicts=True)


def all_rules() -> list[RetentionRule]:
    """Those of which the registry knows how, in its order: callers go after the tickets that named them."""
    ensure()
    rules = RetentionRule.objects.in_bulk(field_name="what")
    return [rules[name] for name in forgetters]
