"""What the dossier of a case holds, what it lacks, and why (domain.md §4.5; People's Mediation Law art. 27)."""

from dataclasses import dataclass

from django.db.models import Prefetch

from ..models import Case
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
    def is_missing(self) -> bool:
        return self.is_must and self.original is None


def items(case: Case, facts: CaseFacts) -> list[Item]:
    """In the order of the dossier: what fits the case now, and what was filed in earlier rounds."""
    originals = Original.objects.select_related("filed_by").order_by("-id")
    papers = {(one.kind, one.subject): one for one in Paper.objects.filter(case=case).select_related("made_by")
              .prefetch_related(Prefetch("originals", originals, to_attr="filed"))}
    found = []
    for kind, design in DESIGNS.items():
        wanted = design.about(facts) if design.fits(facts) else []
        for subject, about in wanted:
            found.append(Item(design, subject, about, design.must(facts), True, papers.pop((kind, subject), None)))
        kept = [key for key, paper in papers.items() if key[0] == kind and paper.filed]
        found += [Item(design, subject, "", False, False, papers.pop((kind, subject))) for kind, subject in sorted(kept)]
    return found


def missing(found: list[Item]) -> list[Item]:
    return [item for item in found if item.is_missing]
