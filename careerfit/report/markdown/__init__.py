"""Views as Markdown, for notes."""
