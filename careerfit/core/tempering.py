"""How far probabilities are tempered; written by ``python -m careerfit.core.calibrate``, which says how."""

TEMPER = 2.0
