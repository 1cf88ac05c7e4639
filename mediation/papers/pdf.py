"""Layouts as PDF: every line measured and placed, pages broken where signatures stay with what is signed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from fpdf import FPDF

from . import fonts, typeset
from .fonts import SANS, SERIF
from .layout import (
    BOTTOM,
    HEIGHT,
    LEAD_NOTE,
    LEAD_SIGN,
    LEAD_TABLE,
    LEAD_TEXT,
    LEAD_TITLE,
    LEFT,
    PAGE,
    SIZE_NOTE,
    SIZE_TABLE,
    SIZE_TEXT,
    SIZE_TITLE,
    TOP,
    WIDTH,
    Block,
    Frame,
    Gap,
    Heading,
    Line,
    Note,
    Paper,
    Para,
    Seal,
    Signatures,
    Table,
    Title,
    clean,
)

MM = 25.4 / 72  # of a point
PAD = 1.6  # between the rule of a cell and its text
WHOLE = HEIGHT / 3  # a row up to this height is not broken
STRETCH = 0.12  # a line is filled by at most so many em between two characters


@dataclass
class Atom:
    """The least that goes on a page: a line, a row, a slice of a row. `draw(pdf, y, is_top, is_bottom)`."""

    height: float
    draw: Callable
    keep: bool = False  # on one page with the next
    head: list["Atom"] = field(default_factory=list)  # stands above it again on a new page


def render(papers: Iterable[Paper], *, two_sided: bool = False) -> bytes:
    """The papers one after the other, each from page 1; two-sided, each begins on a new sheet."""
    pdf = FPDF(format="A4", unit="mm")
    pdf.set_auto_page_break(False)
    pdf.set_lang("zh-CN")
    for family, path in fonts.PATHS.items():
        pdf.add_font(family, "", path)
    for paper in papers:
        if two_sided and pdf.page % 2:
            pdf.add_page()
        _pages(pdf, paper)
    return bytes(pdf.output())


def _pages(pdf: FPDF, paper: Paper) -> None:
    pages = paginate(atoms(paper.blocks))
    for number, page in enumerate(pages, 1):
        pdf.add_page()
        y = TOP
        for index, atom in enumerate(page):
            atom.draw(pdf, y, index == 0, index == len(page) - 1)
            y += atom.height
        if paper.numbered:
            text = f"第 {number} 页  共 {len(pages)} 页"
            at = (PAGE[0] - fonts.width(text, SERIF, SIZE_NOTE)) / 2
            put(pdf, text, at, PAGE[1] - BOTTOM + 10, SIZE_NOTE)


def paginate(found: list[Atom]) -> list[list[Atom]]:
    """Pages of atoms; chains that are kept together move as one unless they are longer than a page."""
    pages, page, used, chain = [], [], 0.0, []
    for atom in found:
        chain.append(atom)
        if atom.keep and sum(one.height for one in chain) < HEIGHT:
            continue
        size = sum(one.height for one in chain)
        if page and used + size > HEIGHT + 0.01:
            pages.append(page)
            page = list(chain[0].head)
            used = sum(one.height for one in page)
        page, used, chain = page + chain, used + size, []
    page += chain
    return [*pages, page]


def atoms(blocks: tuple[Block, ...]) -> list[Atom]:
    found: list[Atom] = []
    last: Block | None = None
    for block in blocks:
        made = SET[type(block)](block)
        if found and isinstance(block, Table) != isinstance(last, Table) and not isinstance(last, Title | Gap):
            found.append(Atom(2, _nothing, keep=found[-1].keep))  # air round tables
        if isinstance(block, Signatures | Seal):
            for atom in found[-2:]:  # two lines, or the last row, go with them
                atom.keep = True
        found += made
        last = block
    return found


def put(pdf: FPDF, text: str, x: float, y: float, size: float, family: str = SERIF, fill: float = 0) -> None:
    """A line with its base at y; `fill` mm are spread between its characters."""
    text = fonts.printable(text, family)
    pdf.set_font(family, size=size)
    pdf.set_char_spacing(fill / max(len(text) - 1, 1) / MM if fill else 0)
    pdf.text(x, y, text)


def _base(y: float, lead: float, size: float) -> float:
    """Where the line of a lead that begins at y has its base."""
    return y + (lead / 2 + size * 0.38) * MM


def text_atoms(text: str, *, size: float, lead: float, family: str = SERIF, indent: bool = False,
               align: str = "justify") -> list[Atom]:
    """Paragraphs as lines; neither their first line nor their last is left alone on a page."""
    found = []
    for paragraph in clean(text).split("\n"):
        first = 2 * size * MM if indent else 0
        lines = typeset.lines(paragraph, WIDTH, lambda part: fonts.width(part, family, size), first)
        made = [_line(line, size, lead, family, align, first if index == 0 else 0, index == len(lines) - 1)
                for index, line in enumerate(lines)]
        if len(made) > 1:
            made[0].keep = made[-2].keep = True
        found += made
    return found


def _line(line: str, size: float, lead: float, family: str, align: str, indent: float, is_last: bool) -> Atom:
    room = WIDTH - indent - fonts.width(line, family, size)
    x = LEFT + indent + {"center": room / 2, "right": room}.get(align, 0)
    fill = room if align == "justify" and not is_last and room < STRETCH * size * MM * len(line) else 0

    def draw(pdf, y, is_top, is_bottom):
        put(pdf, line, x, _base(y, lead, size), size, family, fill)

    return Atom(lead * MM, draw)


def _title(block: Title) -> list[Atom]:
    made = text_atoms(block.text, size=SIZE_TITLE, lead=LEAD_TITLE, align="center")
    if block.under:
        made += text_atoms(block.under, size=SIZE_TABLE, lead=LEAD_TEXT, align="right")
    for atom in made:
        atom.keep = True
    return [*made, Atom(4, _nothing, keep=True)]


def _heading(block: Heading) -> list[Atom]:
    made = text_atoms(block.text, size=SIZE_TEXT, lead=LEAD_TEXT, family=SANS, indent=True)
    for atom in made:
        atom.keep = True
    return made


def _signatures(block: Signatures) -> list[Atom]:
    made = [Atom(5, _nothing, keep=True)]
    for line in block.lines:
        made += text_atoms(line, size=SIZE_TEXT, lead=LEAD_SIGN, align="left")
    for atom in made[:-1]:
        atom.keep = True
    return made


def _seal(block: Seal) -> list[Atom]:
    made = [Atom(8, _nothing, keep=True)]
    for line in (block.org, block.note, block.on):
        made += text_atoms(line, size=SIZE_TEXT, lead=LEAD_TEXT, align="right") if line else []
    for atom in made[:-1]:
        atom.keep = True
    return made


def _frame(block: Frame) -> list[Atom]:
    lines = typeset.lines(clean(block.label), WIDTH - 2 * PAD, lambda text: fonts.width(text, SERIF, SIZE_NOTE))

    def draw(pdf, y, is_top, is_bottom):
        pdf.rect(LEFT, y + 1, WIDTH, block.height - 2)
        for index, line in enumerate(lines):
            put(pdf, line, LEFT + PAD, _base(y + 2 + index * LEAD_NOTE * MM, LEAD_NOTE, SIZE_NOTE), SIZE_NOTE)

    return [Atom(block.height, draw)]


def _table(block: Table) -> list[Atom]:
    made: list[Atom] = []
    head: list[Atom] = []
    for index, row in enumerate(block.rows):
        slices = _row(block.columns, row)
        if index < block.head:
            head += slices
            for atom in slices:
                atom.keep = True
        else:
            for atom in slices:
                atom.head = head
        made += slices
    return made


def _row(columns: tuple[float, ...], row) -> list[Atom]:
    """One atom, or line by line where the row is long."""
    cells, x, column = [], LEFT, 0
    for cell in row.cells:
        wide = sum(columns[column:column + cell.span])
        family = SANS if cell.label else SERIF
        lines = [line for part in clean(cell.text).split("\n") for line in
                 typeset.lines(part, wide - 2 * PAD, lambda text, family=family: fonts.width(text, family, SIZE_TABLE))]
        cells.append((cell, x, wide, family, lines))
        x, column = x + wide, column + cell.span
    most = max(len(lines) for *_, lines in cells)
    height = max(row.least, most * LEAD_TABLE * MM + 2 * PAD)
    edges = [LEFT, *(x + wide for _, x, wide, _, _ in cells)]
    if height <= WHOLE or most < 3:
        return [Atom(height, _slice(cells, edges, height, 0, most, first=True, last=True))]
    made = []
    for at in range(most):
        first, last = at == 0, at == most - 1
        size = LEAD_TABLE * MM + PAD * (first + last)
        if last:
            size += max(0, row.least - most * LEAD_TABLE * MM - 2 * PAD)
        draw = _slice(cells, edges, size, at, at + 1, first=first, last=last)
        made.append(Atom(size, draw, keep=at in {0, most - 2}))
    return made


def _slice(cells, edges, height: float, start: int, stop: int, *, first: bool, last: bool) -> Callable:
    """Draws the lines start..stop of each cell with the rules around them."""
    def draw(pdf, y, is_top, is_bottom):
        pdf.set_line_width(0.2)
        for edge in edges:
            pdf.line(edge, y, edge, y + height)
        if first or is_top:
            pdf.line(edges[0], y, edges[-1], y)
        if last or is_bottom:
            pdf.line(edges[0], y + height, edges[-1], y + height)
        for cell, x, wide, family, lines in cells:
            shown = lines[start:stop]
            size = len(shown) * LEAD_TABLE * MM
            middle = first and last and (cell.label or len(lines) == 1)
            line_y = y + (height - size) / 2 if middle else y + (PAD if first else 0)
            for line in shown:
                room = wide - 2 * PAD - fonts.width(line, family, SIZE_TABLE)
                align = "center" if cell.label else cell.align
                at = x + PAD + {"center": room / 2, "right": room}.get(align, 0)
                put(pdf, line, at, _base(line_y, LEAD_TABLE, SIZE_TABLE), SIZE_TABLE, family)
                line_y += LEAD_TABLE * MM

    return draw


def _nothing(pdf, y, is_top, is_bottom) -> None:
    """Blank space."""


SET: dict[type, Callable[..., list[Atom]]] = {
    Title: _title,
    Heading: _heading,
    Para: lambda block: text_atoms(block.text, size=SIZE_TEXT, lead=LEAD_TEXT, indent=block.indent),
    Line: lambda block: text_atoms(block.text, size=SIZE_TEXT, lead=LEAD_TEXT, align=block.align),
    Note: lambda block: text_atoms(block.text, size=SIZE_NOTE, lead=LEAD_NOTE),
    Table: _table,
    Signatures: _signatures,
    Seal: _seal,
    Frame: _frame,
    Gap: lambda block: [Atom(block.height, _nothing)],
}
