"""What real people whose role is known say of the method, and what the answers of a group make typical.

Statistics as plain functions on arrays; they need the extra ``cohort``. Shapes, wherever they are named: ``I`` items,
``T`` facets, ``K`` roles in the pack's order, ``P`` people; people always stand along the last axis. ``members`` (who
they are), ``intervals``, then ``recovery``, ``calibration``, ``reliability``, ``differences``, ``constants`` and
``tempering``; ``study`` puts together what ``disclosure`` lets be told, and ``norms`` makes a reference group.
"""
