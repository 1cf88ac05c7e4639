"""The pages of /mediation/network/."""
