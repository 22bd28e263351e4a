"""The method, held to its promises."""
