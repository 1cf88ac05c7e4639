"""The page of an incident reads what it shows."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from .demands import ask


def test_of_the_people_it_names_it_reads_no_phone(story, browser):
    """Nor their passwords: only of the reader, whose session is checked."""
    incident = ask(story, "extension").incident
    reader = browser(story.cast.tang)
    with CaptureQueriesContext(connection) as queries:
        page = reader.get(incident.get_absolute_url())
    assert "郭执法" in page.content.decode()
    reading = [query["sql"] for query in queries if '"phone"' in query["sql"] or '"password"' in query["sql"]]
    assert len(reading) == 1
