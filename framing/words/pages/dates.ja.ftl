# Dates as sentences give them.

dates-on = { $day }
dates-between = { $first }～{ $last }
dates-from = { $day }以降
dates-to = { $first }～{ $last }
dates-uncertain = { $day }（不確か）
dates-approximate = { $day }（おおよそ）
dates-both = { $day }（不確か、おおよそ）
