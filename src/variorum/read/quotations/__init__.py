"""Quotation marks and attributions → the quotations of an article."""
