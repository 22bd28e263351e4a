"""Views on a terminal."""
