"""Files that take their place as a whole, and locks on them."""
