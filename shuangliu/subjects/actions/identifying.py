"""Who asks? Seen at a counter, or called back; then it is looked for what is held of them."""

from datetime import datetime

from django.db import transaction

from shuangliu import audit

from .. import finding
from ..models import SubjectRequest
from ..states import Act
from .moving import move

How = SubjectRequest.How


@transaction.atomic
def identify(request: SubjectRequest, *, by, at: datetime, how: str, name: str = "", document: str = "",
             id_number: str = "", phone: str = "", is_phone_proven: bool = False, asker: str = "self",
             speaker: str = "", seen_document: str = "", seen_last: str = "", proof: str = "") -> SubjectRequest:
    """The identity of whoever asks is checked. Of the document of who stands there, kind and last four are kept.

    At the counter `id_number` is that of the person whose data are meant; a call back proves the phone alone, so that
    only what is held under it is found. Raises RequestMoved.
    """
    if how == How.CALLBACK:
        document, id_number, seen_document, seen_last = "", "", "", ""
        phone, is_phone_proven = request.phone, True
    move(request, Act.IDENTIFY, by=by, at=at, identified_how=how, identified_by=by, identified_at=at,
         name=name or request.name, document=document, id_number=id_number, phone=phone or request.phone,
         is_phone_proven=is_phone_proven, asker=asker, speaker=speaker, seen_document=seen_document,
         seen_last=seen_last, proof=proof)
    found = finding.look(request)
    audit.record("subject.looked", request, by=by, at=at, found=len(found))
    return request
