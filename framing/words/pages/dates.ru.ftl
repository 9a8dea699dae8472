# Dates as sentences give them.

dates-on = { $day }
dates-between = с { $first } по { $last }
dates-from = { $day } и позднее
dates-to = { $first } — { $last }
dates-uncertain = { $day } (дата неточна)
dates-approximate = { $day } (приблизительно)
dates-both = { $day } (дата неточна, приблизительно)
