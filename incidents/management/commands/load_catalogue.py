"""`manage.py load_catalogue`: the incident categories and limits a county begins with."""

from django.core.management.base import BaseCommand

from incidents import catalogue


class Command(BaseCommand):
    help = "Adds the incident categories and stage limits that are missing; changes none that are there."

    def handle(self, *args, **options):
        self.stdout.write(f"{catalogue.load()} added.")
