"""The words of results, profiles, the history, classes and studies, with numbers and dates, in both languages.

What one page alone says stands in the module that makes it: of a group (``views.people.group`` and
``group_in_words``), a simulation and a pack's changes (``views``), the figures of a study (``html.validation``), a
workbook, and what is added in lines that are read aloud (``screens.plain_lines``).
"""
