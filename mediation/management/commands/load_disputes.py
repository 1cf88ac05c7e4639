"""manage.py load_disputes: the dispute categories and time limits that are missing."""

from django.core.management.base import BaseCommand

from mediation import catalogue


class Command(BaseCommand):
    help = "Adds the dispute categories and time limits that are missing; leaves edited ones alone."

    def handle(self, **options):
        self.stdout.write(f"{catalogue.load()} added")
