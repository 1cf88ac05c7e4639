"""Files joined: signed originals to be read, and the whole dossier with covers, contents and page numbers."""

from collections.abc import Iterable
from io import BytesIO

from fpdf import FPDF
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from . import fonts, pdf
from .designs.dossier import Entry, Filing, back, contents, cover, statement
from .facts import CaseFacts
from .inventory import Item
from .layout import Line, Paper, Title
from .parts import PAGE, Gap

MARGIN = 15  # mm round a photo of a page
PAPER_ONLY = "原件存纸质卷宗"
BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError)


class Unreadable(Exception):
    """A PDF that cannot be opened, or only with a password."""


def pages_of(content) -> list[PageObject]:
    """The pages of a PDF, without what could act by itself. Raises Unreadable."""
    try:
        reader = PdfReader(content)
        if reader.is_encrypted:
            raise Unreadable
        pages = list(reader.pages)
        for page in pages:
            for name in ("/Annots", "/AA"):
                page.pop(name, None)
    except BROKEN as error:
        raise Unreadable from error
    if not pages:
        raise Unreadable
    return pages


def scanned(item: Item) -> list[PageObject]:
    """The pages of a signed original that were scanned; none where it lies in the folder only."""
    found: list[PageObject] = []
    for file in item.files:
        with file.file.open("rb") as opened:
            content = BytesIO(opened.read())
        found += pages_of(_photo(content) if file.is_picture else content)
    return found


def _photo(content: BytesIO) -> BytesIO:
    """A photo on a page of its own, as large as it fits."""
    made = FPDF(format="A4", unit="mm")
    made.add_page()
    made.image(content, x=MARGIN, y=MARGIN + 5, w=PAGE[0] - 2 * MARGIN, h=PAGE[1] - 2 * MARGIN - 5,
               keep_aspect_ratio=True)
    return BytesIO(bytes(made.output()))


def originals(found: Iterable[Item]) -> bytes:
    """The signed originals of these papers, one after the other."""
    writer = PdfWriter()
    for item in found:
        _add(writer, scanned(item) or _set([_stand_in(str(item.kind.label), item.original.pages)]))
    return _written(writer)


def dossier(case: CaseFacts, found: Iterable[Item], filing: Filing) -> tuple[bytes, int]:
    """The whole set, and how many pages are numbered: those between contents and back cover.

    What lies in the folder only is stood for by one sheet, which keeps the numbers of its pages: both sets agree.
    """
    entries: list[Entry] = []
    parts: list[list[PageObject]] = []  # the scans of each entry; none where a sheet stands for it
    for item in found:
        name = item.design.draw(case, item.subject).name if item.fits else str(item.kind.label)
        parts.append(scanned(item))
        count = len(parts[-1]) or item.original.pages
        number = entries[-1].last if entries else 0
        entries.append(Entry(name, number + 1, number + count, "" if parts[-1] else PAPER_ONLY))
    made = iter(_set([*(_stand_in(entry.name, entry.last - entry.first + 1, entry.numbers)
                        for entry, scans in zip(entries, parts, strict=True) if not scans), statement(case, filing)]))
    body: list[tuple[PageObject, str]] = []
    for entry, scans in zip(entries, parts, strict=True):
        body += ([(page, str(at)) for at, page in enumerate(scans, entry.first)] if scans
                 else [(next(made), entry.numbers)])
    number = entries[-1].last if entries else 0
    last = list(made)
    entries.append(Entry("卷宗情况说明", number + 1, number + len(last)))
    body += [(page, str(at)) for at, page in enumerate(last, number + 1)]
    *front, end = _set([cover(case, filing), contents(entries), back(entries[-1].last, filing)])
    writer = PdfWriter()
    _add(writer, front)
    _add(writer, [page for page, _ in body])
    _stamp(writer, len(front), [text for _, text in body])
    _add(writer, [end])
    return _written(writer), entries[-1].last


def _set(papers: list[Paper]) -> list[PageObject]:
    return pages_of(BytesIO(pdf.render(papers)))


def _stand_in(name: str, pages: int, numbers: str = "") -> Paper:
    said = f"（原件共{pages}页，存纸质卷宗{f'第{numbers}页' if numbers else ''}）"
    return Paper(name, (Gap(60), Title(name), Line(said, "center")), numbered=False)


def _stamp(writer: PdfWriter, front: int, texts: list[str]) -> None:
    """The page number of the dossier in the upper outer corner: right on odd pages, left on even ones."""
    overlay = FPDF(unit="pt")
    overlay.set_auto_page_break(False)
    overlay.add_font(fonts.SERIF, "", fonts.PATHS[fonts.SERIF])
    for at, text in enumerate(texts):
        page = writer.pages[front + at]
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        overlay.add_page(format=(wide, high))
        overlay.set_font(fonts.SERIF, size=12)
        room = overlay.get_string_width(text)
        overlay.text(40 if at % 2 else wide - 40 - room, 40, text)
    for at, stamp in enumerate(PdfReader(BytesIO(bytes(overlay.output()))).pages):
        page = writer.pages[front + at]
        # Scanners set the corner of a page anywhere.
        page.merge_translated_page(stamp, float(page.mediabox.left), float(page.mediabox.bottom))


def _add(writer: PdfWriter, pages: Iterable[PageObject]) -> None:
    for page in pages:
        # Laid upright for good: what is stamped on it later stands upright too.
        writer.add_page(page).transfer_rotation_to_content()


def _written(writer: PdfWriter) -> bytes:
    kept = BytesIO()
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    writer.write(kept)
    return kept.getvalue()
