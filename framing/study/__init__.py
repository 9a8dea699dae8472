"""Files in, valid records or faults out."""
