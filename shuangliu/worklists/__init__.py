"""What helps whoever works through a list of matters, of any business: filters kept under a name, and who else is
at a matter just now."""
