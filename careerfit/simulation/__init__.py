"""Made-up people, and what the method makes of them."""
