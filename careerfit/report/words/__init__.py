"""The sentences, numbers and dates of every report, in both languages."""
