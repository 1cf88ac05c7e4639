"""What the dossier of a case holds, what it lacks, and why (domain.md §4.5; People's Mediation Law art. 27)."""

from dataclasses import dataclass

from django.db.models import Prefetch

from shuangliu import attachments
from shuangliu.attachments.models import Attachment

from ..after.cards import tells_answers
from ..models import Case, MediationOrg
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
    named: str = ""  # as it calls itself, where that is not how committees call it

    @property
    def kind(self) -> Kind:
        return self.design.kind

    @property
    def label(self) -> str:
        name = self.named or str(self.kind.label)
        return f"{name} · {self.about}" if self.about else name

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
    elsewhere, found = _elsewhere(case), []
    for kind, design in DESIGNS.items():
        wanted = design.about(facts) if design.fits(facts) else []
        for subject, about in wanted:
            found.append(Item(design, subject, about, design.must(facts), True, papers.pop((kind, subject), None),
                              elsewhere.get((kind, subject), ()), _named(design, subject, facts)))
        kept = [key for key, paper in papers.items() if key[0] == kind and paper.filed]
        found += [Item(design, subject, "", False, False, papers.pop((kind, subject))) for _, subject in sorted(kept)]
    return found


def _named(design: Design, subject: int, facts: CaseFacts) -> str:
    """Papers of organs and courts have names of their own (designs/channels.py)."""
    return "" if facts.channel == MediationOrg.Kind.PEOPLE else design.draw(facts, subject).name


def _elsewhere(case: Case) -> dict[tuple[str, int], tuple[Attachment, ...]]:
    """What was handed in signed where it was used: powers of attorney with who acts by them, the agreement when it was
    signed, receipts with what was paid, what was sent to the court."""
    keys = {(SPEAKER, one.pk): (Kind.AUTHORISATION, one.pk) for party in case.parties.all() for one in party.speakers}
    keys |= {("mediation.round", one.pk): (Kind.AGREEMENT, one.number) for one in case.rounds.all()}
    keys |= {("mediation.performance", one.pk): (Kind.RECEIPT, one.pk) for one in case.performances.all()}
    keys |= {("mediation.confirmation", one.pk): (Kind.CONFIRMATION, 0) for one in case.confirmations.all()}
    found: dict[tuple[str, int], tuple[Attachment, ...]] = {}
    for matter in {matter for matter, _ in keys}:
        ids = [pk for of, pk in keys if of == matter]
        for file in Attachment.objects.filter(matter_type=matter, matter_id__in=ids).order_by("id"):
            key = keys[matter, file.matter_id]
            found[key] = (*found.get(key, ()), file)
    return found


def may_read_all(user, case: Case) -> bool:
    """What parties answered about the mediation is told to no mediator (mediation/after/cards.py)."""
    return tells_answers(case, user) or not case.follow_ups.exists()


def told_to(user, case: Case, found: list[Item]) -> list[Item]:
    """The papers that this person may make, file and read."""
    return found if may_read_all(user, case) else [item for item in found if item.kind != Kind.FOLLOW_UP]


def missing(found: list[Item]) -> list[Item]:
    return [item for item in found if item.is_missing]
