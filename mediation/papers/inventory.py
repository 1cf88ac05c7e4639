"""What the dossier of a case holds, what it lacks, and why (domain.md §4.5; People's Mediation Law art. 27)."""

from dataclasses import dataclass

from django.db.models import Prefetch

from shuangliu import attachments
from shuangliu.attachments.models import Attachment

from ..after.cards import tells_answers
from ..models import Case
from ..speakers import MATTER as SPEAKER
from .designs import DESIGNS, Design
from .facts import CaseFacts
from .models import Kind, Original, Paper


@dataclass(frozen=True)
class Item:
    """A paper that there is, or could be, or must be."""

    design: Design
    subject: int
    about: str
    is_must: bool
    fits: bool  # it can be made now
    paper: Paper | None = None
    elsewhere: tuple[Attachment, ...] = ()  # its signed original hangs on something else of the case

    @property
    def kind(self) -> Kind:
        return self.design.kind

    @property
    def label(self) -> str:
        return f"{self.kind.label} · {self.about}" if self.about else str(self.kind.label)

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}-{self.subject}"

    @property
    def originals(self) -> list[Original]:
        """Newest first: the one in force, then those it replaced."""
        return self.paper.filed if self.paper else []

    @property
    def original(self) -> Original | None:
        return next((one for one in self.originals if one.replaced_at is None), None)

    @property
    def is_there(self) -> bool:
        return self.original is not None or bool(self.elsewhere)

    @property
    def is_missing(self) -> bool:
        return self.is_must and not self.is_there

    @property
    def files(self) -> list[Attachment]:
        """The scan: what was filed here counts before what hangs elsewhere."""
        return list(attachments.of(self.original)) if self.original else list(self.elsewhere)


def items(case: Case, facts: CaseFacts) -> list[Item]:
    """In the order of the dossier: what fits the case now, and what was filed in earlier rounds."""
    originals = Original.objects.select_related("filed_by").order_by("-id")
    papers = {(one.kind, one.subject): one for one in Paper.objects.filter(case=case).select_related("made_by")
              .prefetch_related(Prefetch("originals", originals, to_attr="filed"))}
    found = []
    for kind, design in DESIGNS.items():
        wanted = design.about(facts) if design.fits(facts) else []
        for subject, about in wanted:
            found.append(Item(design, subject, about, design.must(facts), True, papers.pop((kind, subject), None),
                              _elsewhere(kind, subject)))
        kept = [key for key, paper in papers.items() if key[0] == kind and paper.filed]
        found += [Item(design, subject, "", False, False, papers.pop((kind, subject))) for _, subject in sorted(kept)]
    return found


def _elsewhere(kind: str, subject: int) -> tuple[Attachment, ...]:
    """A power of attorney is handed in with who acts by it (mediation/speakers.py)."""
    if kind != Kind.AUTHORISATION or not subject:
        return ()
    return tuple(Attachment.objects.filter(matter_type=SPEAKER, matter_id=subject).order_by("id"))


def may_read_all(user, case: Case) -> bool:
    """What parties answered about the mediation is told to no mediator (mediation/after/cards.py)."""
    return tells_answers(case, user) or not case.follow_ups.exists()


def told_to(user, case: Case, found: list[Item]) -> list[Item]:
    """The papers that this person may make, file and read."""
    return found if may_read_all(user, case) else [item for item in found if item.kind != Kind.FOLLOW_UP]


def missing(found: list[Item]) -> list[Item]:
    return [item for item in found if item.is_missing]
