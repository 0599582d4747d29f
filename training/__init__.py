"""Everything that makes the weights shipped with Variorum."""
