"""Results out: every sentence about a result, filled in by views, laid out for terminals, notes and browsers."""
