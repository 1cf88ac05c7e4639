"""Files joined: signed originals to be read, and the whole dossier with covers, contents and page numbers."""

from collections.abc import Iterable
from io import BytesIO
from itertools import chain

from fpdf import FPDF
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from shuangliu.typesetting import fonts, pdf
from shuangliu.typesetting.layout import Line, Paper, Title
from shuangliu.typesetting.parts import PAGE, SIZE_TABLE, Gap

from .designs.dossier import Entry, Filing, back, contents, cover, statement
from .facts import CaseFacts
from .inventory import Item

MARGIN = 15  # mm round a photo of a page, and to the numbers of pages
SHEET = tuple(map(float, PAGE))
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
    return _upright(found)


def _upright(pages: list[PageObject]) -> list[PageObject]:
    """Laid upright for good: what is stamped on them later stands upright too."""
    writer = _writer(pages)
    for page in writer.pages:
        page.transfer_rotation_to_content()
    return list(writer.pages)


def _photo(content: BytesIO) -> BytesIO:
    """A photo on a page of its own, as large as it fits."""
    made = FPDF(format="A4", unit="mm")
    made.add_page()
    made.image(content, x=MARGIN, y=MARGIN + 5, w=PAGE[0] - 2 * MARGIN, h=PAGE[1] - 2 * MARGIN - 5,
               keep_aspect_ratio=True)
    return BytesIO(bytes(made.output()))


def originals(found: Iterable[Item]) -> bytes:
    """The signed originals of these papers, one after the other."""
    pages = []
    for item in found:
        pages += scanned(item) or pages_of(BytesIO(pdf.render([_stand_in(str(item.label), item.original.pages)])))
    return _written(_writer(pages))


def dossier(case: CaseFacts, found: Iterable[Item], filing: Filing) -> tuple[bytes, int]:
    """The whole set, and how many pages are numbered: those between contents and back cover.

    What lies in the folder only is stood for by one sheet, which keeps the numbers of its pages: both sets agree.
    """
    entries: list[Entry] = []
    parts: list[list[PageObject]] = []  # the scans of each entry; none where a sheet stands for it
    for item in found:
        parts.append(scanned(item))
        count = len(parts[-1]) or item.original.pages
        number = entries[-1].last if entries else 0
        entries.append(Entry(_name(item, case), number + 1, number + count, "" if parts[-1] else PAPER_ONLY))
    said, number = statement(case, filing), entries[-1].last if entries else 0
    last = Entry("卷宗情况说明", number + 1, number + len(pdf.pages_of(said)))
    stand_ins = [_stand_in(entry.name, entry.last - entry.first + 1, entry.numbers)
                 for entry, scans in zip(entries, parts, strict=True) if not scans]
    # One document for all that is made, so that the typefaces are in it once.
    sets = [[cover(case, filing), contents([*entries, last])], [*stand_ins, said], [back(last.last, filing)]]
    made = pdf.document(chain(*sets))
    front, sheets, end = (sum(pdf.add(made, paper) for paper in papers) for papers in sets)
    numbers = [text for entry, scans in zip(entries, parts, strict=True) for text in _numbers(entry, len(scans))]
    numbers += [str(at) for at in range(last.first, last.last + 1)]
    sizes = [size for scans in parts for size in ([_size(page) for page in scans] or [SHEET])]
    sizes += [SHEET] * (len(numbers) - len(sizes))
    for at, (text, size) in enumerate(zip(numbers, sizes, strict=True)):
        _number(made, text, size, is_left=at % 2 == 1)
    pages = pages_of(BytesIO(bytes(made.output())))
    sheet = iter(pages[front:front + sheets])
    body = [page for scans in parts for page in (scans or [next(sheet)])] + list(sheet)
    *covers, stamps = pages[:front], pages[front + sheets:front + sheets + end], pages[front + sheets + end:]
    writer = _writer([*covers[0], *body, *covers[1]])
    for page, stamp in zip(writer.pages[front:front + len(body)], stamps, strict=True):
        # Scanners set the corner of a page anywhere.
        page.merge_translated_page(stamp, float(page.mediabox.left), float(page.mediabox.bottom))
    return _written(writer), last.last


def _name(item: Item, case: CaseFacts) -> str:
    return item.design.draw(case, item.subject).name if item.fits else str(item.kind.label)


def _numbers(entry: Entry, scans: int) -> list[str]:
    """What stands on its pages: a number each, or on the sheet that stands for them all of theirs."""
    return [str(at) for at in range(entry.first, entry.last + 1)] if scans else [entry.numbers]


def _stand_in(name: str, pages: int, numbers: str = "") -> Paper:
    said = f"（原件共{pages}页，存纸质卷宗{f'第{numbers}页' if numbers else ''}）"
    return Paper(name, (Gap(60), Title(name), Line(said, "center")), numbered=False)


def _size(page: PageObject) -> tuple[float, float]:
    return float(page.mediabox.width) * pdf.MM, float(page.mediabox.height) * pdf.MM


def _number(made: FPDF, text: str, size: tuple[float, float], *, is_left: bool) -> None:
    """The page number of the dossier in the upper outer corner: right on odd pages, left on even ones."""
    made.add_page(format=size)
    room = size[0] - 2 * MARGIN - fonts.width(text, fonts.SERIF, SIZE_TABLE)
    pdf.put(made, text, MARGIN + (0 if is_left else room), MARGIN, SIZE_TABLE)


def _writer(pages: Iterable[PageObject]) -> PdfWriter:
    writer = PdfWriter()
    for page in pages:
        writer.add_page(page)
    return writer


def _written(writer: PdfWriter) -> bytes:
    kept = BytesIO()
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    writer.write(kept)
    return kept.getvalue()
