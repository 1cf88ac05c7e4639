"""What prevention stands on: the register of cameras as things, and who watches over the next area (domain.md §1.3)."""
