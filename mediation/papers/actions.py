"""All that can befall papers: made, their originals filed and opened, the dossier put away and taken out again."""

import hashlib
import uuid as uuids
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments, audit
from shuangliu.attachments.models import Role
from shuangliu.typesetting import pdf, word

from ..actions.moving import CaseMoved, move
from ..after import duties
from ..models import Case
from ..models.limits import Kind as Clock
from ..models.rounds import End
from ..states import Act, State
from . import binding, facts, inventory
from .designs.dossier import Filing
from .inventory import Item
from .models import Dossier, Original, Paper
from .numbers import number_case

FORMATS = {"pdf": (pdf.render, "application/pdf"),
           "word": (word.render, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")}
AGAIN = "再次调解后重新立卷"


@transaction.atomic
def make_papers(case: Case, *, by, at: datetime, chosen: Sequence[Item], purpose: str, form: str = "pdf",
                two_sided: bool = False) -> bytes:
    """The papers with names in clear, ready to be signed; logged with its purpose. The first one numbers the dossier.

    Raises CaseMoved for a filed case: its papers do not change any more.
    """
    note_made(case, by=by, at=at, chosen=chosen, purpose=purpose, form=form)
    known = facts.of(case, clear=True)
    return FORMATS[form][0]([item.design.draw(known, item.subject) for item in chosen], two_sided=two_sided)


@transaction.atomic
def note_made(case: Case, *, by, at: datetime, chosen: Sequence[Item], purpose: str, form: str = "pdf") -> None:
    """That these papers were made, by whom and what for. Raises CaseMoved for a filed case."""
    _still_open(case)
    number_case(case, at=at)
    for item in chosen:
        Paper.objects.update_or_create(case=case, kind=item.kind, subject=item.subject,
                                       defaults={"made_at": at, "made_by": by})
    audit.record("case.printed", case, by=by, at=at, purpose=purpose, papers=[item.key for item in chosen], format=form)


def open_originals(case: Case, *, by, at: datetime, chosen: Sequence[Item], purpose: str) -> bytes:
    """What was signed, to be looked at; logged with its purpose."""
    audit.record("case.papers_opened", case, by=by, at=at, purpose=purpose, papers=[item.key for item in chosen])
    return binding.originals(chosen)


def open_dossier(case: Case, dossier: Dossier, *, by, at: datetime, purpose: str) -> bytes:
    """The dossier as it was put away; logged with its purpose. Raises Damaged when its file is not what it was."""
    audit.record("case.dossier_opened", case, by=by, at=at, purpose=purpose, dossier=dossier.pk)
    with attachments.of(dossier).get().file.open("rb") as opened:
        content = opened.read()
    if hashlib.sha256(content).hexdigest() != dossier.sha256:
        raise Damaged(_("The stored dossier is not what was filed: its digest differs. Please tell the administrator."),
                      matter=case)
    return content


class Damaged(CaseMoved):
    """The file of a dossier has been changed or has rotted."""


@transaction.atomic
def file_original(case: Case, *, by, at: datetime, item: Item, uuid: uuids.UUID, pages: int,
                  note: str = "") -> Original:
    """File what was signed: its scan (staged under `uuid`), or that it lies in the folder. It takes the place of the
    one before, which is kept. The same `uuid` sent again changes nothing. Raises CaseMoved for a filed case."""
    if found := Original.objects.filter(uuid=uuid, paper__case=case).first():
        return found
    _still_open(case)
    paper, _new = Paper.objects.get_or_create(case=case, kind=item.kind, subject=item.subject)
    Original.objects.filter(paper=paper, replaced_at=None).update(replaced_at=at)
    original = Original.objects.create(paper=paper, uuid=uuid, pages=pages, note=note, filed_at=at, filed_by=by)
    attachments.claim(uuid, original, by=by)
    audit.record("case.original_filed", case, by=by, at=at, paper=item.key, pages=pages)
    return original


class Incomplete(ValidationError):
    """The dossier lacks something it must hold."""


def gaps(case: Case) -> list[Item]:
    """What keeps the case from being filed."""
    return inventory.missing(inventory.items(case, facts.of(case, clear=False)))


@transaction.atomic
def archive_case(case: Case, *, by, at: datetime, retention: str, statement: str = "") -> Dossier:
    """Put the dossier away: one PDF of all that was signed, with covers and contents, and its digest.

    Raises CaseMoved, Incomplete.
    """
    move(case, Act.ARCHIVE)  # first: from here on nobody files anything with it
    number_case(case, at=at)
    known = facts.of(case, clear=True)
    found = inventory.items(case, known)
    if lacking := inventory.missing(found):
        raise Incomplete([str(item.label) for item in lacking])
    filing = Filing(by.name, localdate(at), retention, statement)
    content, pages = binding.dossier(known, [item for item in found if item.is_there], filing)
    # Filed before, and mediated again without being taken out.
    Dossier.objects.filter(case=case, taken_out_at=None).update(taken_out_at=at, taken_out_by=by, taken_out_why=AGAIN)
    dossier = Dossier.objects.create(
        case=case, retention=retention, statement=statement, pages=pages, filed_at=at, filed_by=by,
        sha256=hashlib.sha256(content).hexdigest())
    duties.close(duties.of(case.round, Clock.ARCHIVE), at=at)
    audit.record("case.archived", case, by=by, at=at, pages=pages, sha256=dossier.sha256, retention=retention)
    attachments.keep(dossier, content, f"{case.number}.pdf", Role.PAPER, by, at=at)  # last: no file without its rows
    return dossier


@transaction.atomic
def take_out_case(case: Case, *, by, at: datetime, reason: str) -> None:
    """Open a filed case again to correct or complete its papers; what was filed is kept. Raises CaseMoved."""
    move(case, Act.TAKE_OUT, to=State.AGREED if case.round.end == End.AGREED else State.FAILED)
    Dossier.objects.filter(case=case, taken_out_at=None).update(taken_out_at=at, taken_out_by=by, taken_out_why=reason)
    duties.open_duty(case.round, Clock.ARCHIVE, at=at)
    audit.record("case.taken_out", case, by=by, at=at, why=reason)


def _still_open(case: Case) -> None:
    """Locks the case until the end of the transaction, so that filing it and changing its papers do not cross."""
    case.state = Case.objects.select_for_update(no_key=True).values_list("state", flat=True).get(pk=case.pk)
    if case.state == State.ARCHIVED:
        raise CaseMoved(_("The case is filed: its papers do not change any more. Take it out of the archive first."),
                        matter=case)
