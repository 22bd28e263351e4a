"""Views as HTML pages."""
