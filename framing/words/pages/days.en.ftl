# Days and stretches of time, in sentences and cells.

days-day = { $day }
days-on = on { $day }
days-between = between { $first } and { $last }
days-range = { $first } to { $last }
days-from = from { $first }
days-uncertain = { $date } (uncertain)
days-approximate = { $date } (approximate)
days-uncertain-approximate = { $date } (uncertain, approximate)
days-undated = at unknown dates
