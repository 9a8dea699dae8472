# Days and stretches of time, in sentences and cells.

days-day = { $day }
days-on = { $day }
days-between = { $first }から{ $last }まで
days-range = { $first }～{ $last }
days-from = { $first }以降
days-uncertain = { $date }（不確か）
days-approximate = { $date }（おおよその時期）
days-uncertain-approximate = { $date }（不確か、おおよその時期）
days-undated = 日付不明
