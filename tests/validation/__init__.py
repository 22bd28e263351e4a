"""Studies of people whose role is known, on simulated populations whose truth is known."""
