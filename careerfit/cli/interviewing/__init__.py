"""A person at a terminal: the interview and the reality check on the right face, and what becomes of the result."""
