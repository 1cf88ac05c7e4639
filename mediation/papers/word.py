"""The same layouts as a Word file, to be corrected by hand before signing where that must be."""

from collections.abc import Iterable
from io import BytesIO

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .layout import (
    BOTTOM,
    LEAD_NOTE,
    LEAD_SIGN,
    LEAD_TABLE,
    LEAD_TEXT,
    LEAD_TITLE,
    LEFT,
    PAGE,
    RIGHT,
    SIZE_NOTE,
    SIZE_TABLE,
    SIZE_TEXT,
    SIZE_TITLE,
    TOP,
    WIDTH,
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

FANGSONG, SONG, HEI, LATIN = "仿宋", "宋体", "黑体", "Times New Roman"
ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT,
         "justify": WD_ALIGN_PARAGRAPH.JUSTIFY}


def render(papers: Iterable[Paper], *, two_sided: bool = False) -> bytes:
    """The papers one after the other, each its own section with its own page numbers."""
    document = Document()
    _plain(document)
    papers = list(papers)
    # SECTIONPAGES is known to Word and WPS alone, NUMPAGES to every office program.
    whole = "NUMPAGES" if len(papers) == 1 else "SECTIONPAGES"
    for index, paper in enumerate(papers):
        start = WD_SECTION.ODD_PAGE if two_sided else WD_SECTION.NEW_PAGE
        section = document.add_section(start) if index else document.sections[0]
        _page(section, paper, whole)
        for at, block in enumerate(paper.blocks):
            following = paper.blocks[at + 1] if at + 1 < len(paper.blocks) else None
            if isinstance(block, Table) and at and isinstance(paper.blocks[at - 1], Para):
                _gap(document, Gap(2), keep=True)
            closes = isinstance(following, Signatures | Seal)
            SET[type(block)](document, block, closes)
            # Tables that nothing stands between are one to Word, and share their rule.
            if isinstance(block, Table) and not isinstance(following, Table):
                _gap(document, Gap(2 if isinstance(following, Para | Heading) else 0.4), closes)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _plain(document) -> None:
    """The base style: 仿宋; and no trace of a person or a machine in the file's properties."""
    style = document.styles["Normal"]
    style.font.size = Pt(SIZE_TEXT)
    _font(style.element.get_or_add_rPr(), FANGSONG)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = properties.keywords = ""


def _font(properties, name: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for kind, value in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", name), ("hint", "eastAsia")):
        fonts.set(qn(f"w:{kind}"), value)


def _page(section, paper: Paper, whole: str) -> None:
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.footer_distance = Mm(BOTTOM - 12)
    section.footer.is_linked_to_previous = False
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)
    paragraph = section.footer.paragraphs[0]
    if paper.numbered:
        paragraph.alignment = ALIGN["center"]
        for text, code in (("第 ", "PAGE"), (" 页  共 ", whole), (" 页", "")):
            _run(paragraph, text, SIZE_NOTE, SONG)
            if code:
                _field(paragraph, code)


def _field(paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("end", "")):
        run = _run(paragraph, "", SIZE_NOTE, SONG)
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
            element.set(qn("xml:space"), "preserve")
        run._r.append(element)


def _run(paragraph, text: str, size: float, font: str):
    run = paragraph.add_run(clean(text) if text.strip() == text else text)
    run.font.size = Pt(size)
    _font(run._r.get_or_add_rPr(), font)
    return run


def _text(holder, text: str, *, size: float = SIZE_TEXT, lead: float = LEAD_TEXT, font: str = FANGSONG,
          align: str = "justify", indent: bool = False, keep: bool = False, paragraph=None) -> None:
    """A paragraph for each line of the text."""
    for part in clean(text).split("\n"):
        paragraph = paragraph or holder.add_paragraph()
        look = paragraph.paragraph_format
        look.space_before = look.space_after = Pt(0)
        look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(lead)
        look.widow_control, look.keep_with_next = True, keep
        paragraph.alignment = ALIGN[align]
        if indent:
            look.first_line_indent = Pt(2 * size)
            # In characters too: who changes the size in Word keeps two of them.
            paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")
        _run(paragraph, part, size, font)
        paragraph = None


def _title(document, block: Title, keep: bool) -> None:
    _text(document, block.text, size=SIZE_TITLE, lead=LEAD_TITLE, font=SONG, align="center", keep=True)
    if block.under:
        _text(document, block.under, size=SIZE_TABLE, align="right", keep=True)
    _gap(document, Gap(4), True)


def _heading(document, block: Heading, keep: bool) -> None:
    _text(document, block.text, font=HEI, indent=True, keep=True)


def _signatures(document, block: Signatures, keep: bool) -> None:
    _gap(document, Gap(5), True)
    for index, line in enumerate(block.lines):
        _text(document, line, lead=LEAD_SIGN, align="left", keep=index < len(block.lines) - 1 or keep)


def _seal(document, block: Seal, keep: bool) -> None:
    _gap(document, Gap(8), True)
    lines = [line for line in (block.org, block.note, block.on) if line]
    for line in lines:
        _text(document, line, align="right", keep=line is not lines[-1])


def _frame(document, block: Frame, keep: bool) -> None:
    table = _grid(document, (WIDTH,))
    row = table.add_row()
    row.height = Mm(block.height)
    _text(row.cells[0], block.label, size=SIZE_NOTE, lead=LEAD_NOTE, paragraph=row.cells[0].paragraphs[0])
    _gap(document, Gap(2), False)


def _table(document, block: Table, keep: bool) -> None:
    table = _grid(document, block.columns)
    for index, row in enumerate(block.rows):
        made = table.add_row()
        if row.least:
            made.height = Mm(row.least)
        properties = made._tr.get_or_add_trPr()
        if index < block.head:
            properties.append(OxmlElement("w:tblHeader"))
        if max(len(cell.text) for cell in row.cells) < 200:
            properties.insert(0, OxmlElement("w:cantSplit"))
        column = 0
        for cell in row.cells:
            place = made.cells[column]
            if cell.span > 1:
                place = place.merge(made.cells[column + cell.span - 1])
            place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            _text(place, cell.text, size=SIZE_TABLE, lead=LEAD_TABLE, font=HEI if cell.label else FANGSONG,
                  align="center" if cell.label else cell.align,
                  keep=keep and index == len(block.rows) - 1, paragraph=place.paragraphs[0])
            column += cell.span


def _grid(document, columns: tuple[float, ...]):
    table = document.add_table(0, len(columns))
    table.style, table.autofit, table.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    for column, wide in zip(table.columns, columns, strict=True):
        column.width = Mm(wide)
    return table


def _gap(document, block: Gap, keep: bool) -> None:
    _text(document, "", size=1, lead=max(block.height / 25.4 * 72, 1), keep=keep)


SET = {
    Title: _title,
    Heading: _heading,
    Para: lambda document, block, keep: _text(document, block.text, indent=block.indent, keep=keep),
    Line: lambda document, block, keep: _text(document, block.text, align=block.align, keep=keep),
    Note: lambda document, block, keep: _text(document, block.text, size=SIZE_NOTE, lead=LEAD_NOTE, keep=keep),
    Table: _table,
    Signatures: _signatures,
    Seal: _seal,
    Frame: _frame,
    Gap: _gap,
}
