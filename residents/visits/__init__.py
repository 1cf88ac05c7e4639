"""Visits: a registrar asks, a grid worker goes, what was found is entered; and how well the register is covered."""
