"""What stands on made papers, read back."""

import re
from io import BytesIO

import pypdfium2
from docx import Document
from pypdf import PdfReader


def pdf_pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def pdf_text(content: bytes) -> str:
    """All signs but the page numbers and the blanks between, for lines break anywhere."""
    return squeezed("".join(re.sub(r"第 ?\d+ ?页\s*共 ?\d+ ?页", "", page) for page in pdf_pages(content)))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def word_text(content: bytes) -> str:
    """In the order of the body, each cell once."""
    body = Document(BytesIO(content)).element.body
    return squeezed("".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))


def fonts(content: bytes) -> dict[str, bool]:
    """Each typeface and whether it is embedded."""
    found = {}
    for page in PdfReader(BytesIO(content)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            for below in font.get_object()["/DescendantFonts"]:
                descriptor = below.get_object()["/FontDescriptor"].get_object()
                found[font.get_object()["/BaseFont"]] = any(name in descriptor for name in ("/FontFile2", "/FontFile3"))
    return found
