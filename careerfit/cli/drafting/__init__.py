"""Raw texts → role files in a pack: what their author is asked, and what is written."""
