# Dates as sentences give them.

dates-on = on { $day }
dates-between = between { $first } and { $last }
dates-from = from { $day }
dates-to = { $first } to { $last }
dates-uncertain = { $day } (uncertain)
dates-approximate = { $day } (approximate)
dates-both = { $day } (uncertain, approximate)
