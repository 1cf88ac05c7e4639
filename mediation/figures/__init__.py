"""Figures of mediation: success rates and what explains them, definitions, the justice bureau's table, table 30."""
