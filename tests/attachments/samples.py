"""A staged photo of Wang's for tests/house: whoever is not Wang gets 404."""

from types import SimpleNamespace
from uuid import uuid4

from shuangliu import attachments
from shuangliu.attachments.models import Attachment

from . import images


class Staged:
    """The photo as a matter that its uploader alone sees; files know no visible_to of their own."""

    objects = SimpleNamespace(
        visible_to=lambda user: Attachment.objects.filter(uploaded_by=user))

    def __init__(self, pk):
        self.pk = pk


def staged(cast) -> Staged:
    return Staged(attachments.stage(uuid4(), images.photo(), "report", cast.wang).pk)


SAMPLES = {"attachments:attachment": staged, "attachments:attachment-thumbnail": staged}
