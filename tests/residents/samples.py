"""Cases for the role matrix and the query counts, from each part of the register."""

from tests.residents.imports import samples as imports

SAMPLES = {**imports.SAMPLES}
LISTS = {**imports.LISTS}
