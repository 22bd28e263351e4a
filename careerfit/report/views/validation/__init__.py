"""A study of people whose role is known: one page for researchers (``page``), one for everybody else (``brief``).

``cells`` says shares and intervals, ``recovery`` whose role was found, ``items`` what facets and items are worth.
"""
