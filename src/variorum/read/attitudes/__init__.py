"""Where actors stand, as one article tells it: backing, refusing, demanding, on a condition."""
