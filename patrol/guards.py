"""The photos of a note are seen by whoever sees the note."""

from .models import Note


def sees(user, matter_id: int) -> bool:
    return Note.objects.visible_to(user).filter(pk=matter_id).exists()
