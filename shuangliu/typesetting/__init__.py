"""Papers set by ourselves, with Chinese rules of breaking lines and typefaces embedded; knows no business, has no
tables.

layout.py   the blocks of a paper; parts.py what they come down to
pdf.py      sets them as PDF, word.py as a Word file (docs/decisions/0015-papers-from-one-layout.md)
"""
