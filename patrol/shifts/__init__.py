"""Who walks where and when, and who was seen there (domain.md §5.4)."""
