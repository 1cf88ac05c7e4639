"""四方合作: village, police, residents and an insurer against petty theft (domain.md §3.3 3.3, §5.4)."""
