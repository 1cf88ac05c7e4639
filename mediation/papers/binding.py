"""Files joined: signed originals to be read, and the whole dossier with covers, contents and page numbers."""

from collections.abc import Iterable
from io import BytesIO

from fpdf import FPDF
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from shuangliu import attachments

from . import fonts, pdf
from .designs.dossier import Entry, Filing, back, contents, cover, statement
from .facts import CaseFacts
from .inventory import Item
from .layout import PAGE, Gap, Line, Paper, Title
from .models import Original

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
            page.transfer_rotation_to_content()
    except BROKEN as error:
        raise Unreadable from error
    if not pages:
        raise Unreadable
    return pages


def scanned(original: Original) -> list[PageObject]:
    """The pages of a signed original that were scanned; none where it lies in the folder only."""
    found: list[PageObject] = []
    for file in attachments.of(original):
        with file.file.open("rb") as opened:
            content = BytesIO(opened.read())
        found += pages_of(_photo(content) if file.is_picture else content)
    return found


def _photo(content: BytesIO) -> BytesIO:
    """A photo on a page of its own, as large as it fits."""
    made = FPDF(format="A4", unit="mm")
    made.add_page()
    made.image(content, x=MARGIN, y=MARGIN + 5, w=PAGE[0] - 2 * MARGIN, h=PAGE[1] - 2 * MARGIN - 5, keep_aspect_ratio=True)
    return BytesIO(bytes(made.output()))


def originals(found: Iterable[Item]) -> bytes:
    """The signed originals of these papers, one after the other."""
    writer = PdfWriter()
    for item in found:
        _add(writer, scanned(item.original) or _stand_in(item, ""))
    return _written(writer)


def dossier(case: CaseFacts, found: Iterable[Item], filing: Filing) -> tuple[bytes, int]:
    """The whole set, and how many pages are numbered: those between contents and back cover.

    A page that lies in the folder only is stood for by one sheet; it keeps its numbers, so that both sets agree.
    """
    writer, entries, number = PdfWriter(), [], 0
    body: list[tuple[PageObject, str]] = []
    for item in found:
        pages = scanned(item.original)
        count = len(pages) or item.original.pages
        entry = Entry(name_of(item, case), number + 1, number + count, "" if pages else PAPER_ONLY)
        if pages:
            body += [(page, str(at)) for at, page in enumerate(pages, entry.first)]
        else:
            body += [(page, _range(entry)) for page in _stand_in(item, _range(entry), entry.name)]
        entries.append(entry)
        number = entry.last
    last = pages_of(BytesIO(pdf.render([statement(case, filing)])))
    entries.append(Entry("卷宗情况说明", number + 1, number + len(last)))
    body += [(page, str(at)) for at, page in enumerate(last, number + 1)]
    number = entries[-1].last
    _add(writer, pages_of(BytesIO(pdf.render([cover(case, filing), contents(entries)]))))
    front = len(writer.pages)
    _add(writer, [page for page, _ in body])
    _stamp(writer, front, [text for _, text in body])
    _add(writer, pages_of(BytesIO(pdf.render([back(number, filing)]))))
    return _written(writer), number


def name_of(item: Item, case: CaseFacts) -> str:
    """What the paper calls itself, with what it is about."""
    name = item.design.draw(case, item.subject).name if item.fits else str(item.kind.label)
    return name


def _range(entry: Entry) -> str:
    return str(entry.first) if entry.first == entry.last else f"{entry.first}－{entry.last}"


def _stand_in(item: Item, number: str, name: str = "") -> list[PageObject]:
    said = f"（原件共{item.original.pages}页，存纸质卷宗{f'第{number}页' if number else ''}）"
    sheet = Paper("", (Gap(60), Title(name or str(item.kind.label)), Line(said, "center")), numbered=False)
    return pages_of(BytesIO(pdf.render([sheet])))


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
        stamp.add_transformation((1, 0, 0, 1, float(page.mediabox.left), float(page.mediabox.bottom)))
        stamp.mediabox = page.mediabox
        page.merge_page(stamp)


def _add(writer: PdfWriter, pages: Iterable[PageObject]) -> None:
    for page in pages:
        writer.add_page(page)


def _written(writer: PdfWriter) -> bytes:
    kept = BytesIO()
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    writer.write(kept)
    return kept.getvalue()
