"""The history: one file, kept whole, private and erasable."""
