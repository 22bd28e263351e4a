"""Loading and checking packs."""
