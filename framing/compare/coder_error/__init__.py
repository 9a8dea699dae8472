"""How coder error affects differences, as far as double coding shows."""
