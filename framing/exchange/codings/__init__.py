"""Codings as other programs and spreadsheets hold them."""
