"""The tables of reasons: one for people, one for organisations, one for works."""
