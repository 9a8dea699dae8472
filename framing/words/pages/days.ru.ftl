# Days and stretches of time, in sentences and cells.

days-day = { $day }
days-on = { $day }
days-between = с { $first } по { $last }
days-range = { $first } — { $last }
days-from = с { $first }
days-uncertain = { $date } (дата под сомнением)
days-approximate = { $date } (приблизительно)
days-uncertain-approximate = { $date } (приблизительно, дата под сомнением)
days-undated = в неизвестные дни
