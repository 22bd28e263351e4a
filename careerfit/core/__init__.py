"""The method, in the standard library only: no files, no clock, no printing, no global randomness.

To read it from the ground up: ``model`` (packs and answers), ``relevance`` (a pack from its content), ``scoring``,
``confidence``, ``explain``, ``quality``, then ``results/result``, which puts them together. ``person`` and
``quick_form`` choose questions; ``answers`` and ``answer_code`` take answers in. In ``results/`` stands what is made of
all that: ``flips`` is what would change a result, ``json_documents`` is the JSON, ``retake`` compares two results,
``attempt`` is what is kept of an interview.

The words stand in ``docs/architecture.md``.
"""
