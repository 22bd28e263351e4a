"""A raw text → a role file: sections, phrases, facets and items, by the rules of the language alone."""
