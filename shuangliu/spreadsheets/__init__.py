"""Tables as csv and xlsx, written and read so that neither Excel nor we are fooled. Knows no model.

    file = write([Sheet(_("Categories"), ["code", "name"], rows)], "xlsx")
    return download(file, _("Categories"), "xlsx")

    for sheet in read(uploaded):
        for number, row in records(sheet, [Heading("code", _("code"), is_required=True), …]):
"""

from .cells import BLANKS, for_file, plain
from .headings import Heading, folded, records
from .reading import Unreadable, read
from .response import download
from .sheets import Grid, Sheet
from .streams import Book, open_book
from .writing import FORMATS, write, write_csv

__all__ = ["BLANKS", "FORMATS", "Book", "Grid", "Heading", "Sheet", "Unreadable", "download", "folded", "for_file",
           "open_book", "plain", "read", "records", "write", "write_csv"]
