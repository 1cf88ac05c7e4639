"""Office spreadsheets into the register: looked through first, carried out then, taken back if need be."""
