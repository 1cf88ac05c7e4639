"""`manage.py load_hotline`: the wrap-up codes a hotline begins with."""

from django.core.management.base import BaseCommand

from hotline import catalogue


class Command(BaseCommand):
    help = "Adds the wrap-up codes of the hotline that are missing; changes none that are there."

    def handle(self, *args, **options):
        self.stdout.write(f"{catalogue.load()} added.")
