"""The method, in the standard library only: no files, no clock, no printing, no global randomness."""
