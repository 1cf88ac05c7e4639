"""The same layouts as a Word file, to be corrected by hand before signing where that must be."""

from collections.abc import Iterable
from io import BytesIO
from itertools import zip_longest

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .layout import Paper, parts
from .parts import (
    BOTTOM,
    LEAD_TABLE,
    LEFT,
    PAD,
    PAGE,
    RIGHT,
    SIZE_NOTE,
    SIZE_TABLE,
    SIZE_TEXT,
    TOP,
    Gap,
    Table,
    Text,
    clean,
    texts,
)

FANGSONG, SONG, HEI, LATIN = "仿宋", "宋体", "黑体", "Times New Roman"
FACES = {"text": FANGSONG, "title": SONG, "head": HEI}
THIN = 0.4  # mm: a table that a file or another table follows needs a paragraph between
MIDDLE, TOP_OF_CELL = WD_CELL_VERTICAL_ALIGNMENT.CENTER, WD_CELL_VERTICAL_ALIGNMENT.TOP
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
        made = parts(paper.blocks)
        for part, following in zip_longest(made, made[1:]):
            SET[type(part)](document, part)
            # Tables that nothing stands between are one to Word, and share their rule.
            if isinstance(part, Table) and following is None:
                _gap(document, Gap(THIN))
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
    # No air that Word would add between Chinese and figures: dates then fit in their columns.
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        spacing = OxmlElement(name)
        spacing.set(qn("w:val"), "0")
        style.element.get_or_add_pPr().append(spacing)
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


def _text(document, part: Text) -> None:
    _set(document.add_paragraph(), part)


def _set(paragraph, part: Text) -> None:
    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(0)
    look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(part.lead)
    look.widow_control, look.keep_with_next = True, part.keep
    paragraph.alignment = ALIGN[part.align]
    if part.indent:
        look.first_line_indent = Pt(2 * part.size)
        # In characters too: who changes the size in Word keeps two of them.
        paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")
    _run(paragraph, part.text, part.size, FACES[part.face])


def _table(document, part: Table) -> None:
    table = _grid(document, part.columns)
    for index, row in enumerate(part.rows):
        made = table.add_row()
        if row.least:
            made.height = Mm(row.least)
        properties = made._tr.get_or_add_trPr()
        if index < part.head:
            properties.append(OxmlElement("w:tblHeader"))
        if max(len(cell.text) for cell in row.cells) < 200:
            properties.insert(0, OxmlElement("w:cantSplit"))
        column = 0
        for cell in row.cells:
            place = made.cells[column]
            if cell.span > 1:
                place = place.merge(made.cells[column + cell.span - 1])
            column += cell.span
            place.vertical_alignment = MIDDLE if row.is_middle(cell) else TOP_OF_CELL
            look = {"size": SIZE_TABLE, "lead": LEAD_TABLE, "face": "head" if cell.label else "text",
                    "align": "center" if cell.label else cell.align, "keep": part.keeps(index)}
            for at, text in enumerate(texts(cell.text, **look)):
                _set(place.add_paragraph() if at else place.paragraphs[0], text)


def _grid(document, columns: tuple[float, ...]):
    table = document.add_table(0, len(columns))
    table.style, table.autofit, table.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    _margins(table)
    for column, wide in zip(table.columns, columns, strict=True):
        column.width = Mm(wide)
    return table


def _margins(table) -> None:
    """The text as far from the rules as in the PDF."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(PAD / 25.4 * 1440)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _gap(document, part: Gap) -> None:
    _text(document, Text("", size=1, lead=max(part.height / 25.4 * 72, 1), keep=part.keep))


SET = {Text: _text, Table: _table, Gap: _gap}
