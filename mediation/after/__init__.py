"""After the end of mediation: signatures, performance, breach, follow-up, confirmation by the court, what a court said
later; and who has to see to what by when (人民调解法 art. 28–33, domain.md §5.2)."""
