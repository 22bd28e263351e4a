"""Results out: terminal, Markdown, CSV and HTML, all from the same views; the only place with sentences."""
