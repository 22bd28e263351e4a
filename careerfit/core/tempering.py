"""How far probabilities are tempered; written by ``python -m careerfit.cli.calibrate``, which says how."""

TEMPER = 2.05
