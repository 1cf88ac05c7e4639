"""四方合作: village, community police, residents and an insurer agree against petty theft (domain.md §3.3 3.3, §5.4)."""
