# Two sides over time: by days from the event, and before and after the cuts of the study.

times-curve = By days from the event
times-thin-curve = No picture is drawn: no side has { $enough } articles in any stretch of days, if those described together count once. Needed: { $enough } of one side in one stretch, counted so.
times-thin-numbers = Frame dimensions by days from the event
times-no-curve = No curve is drawn: all articles fall into one stretch of days from their events, for example within the dates of long events.
times-positions-summary = Positions by days from the event
times-positions-caption = Articles that take a position, and their median where there are at least 5; in medians a shared description counts once.
times-scale-days = { $scale }, { $days }
times-head-scale-days = Scale, days
times-head-median = median
times-title = Before and after
times-no-cut = The study names no cut, an event after which papers may write differently: no event in events.json has “cut”: true.
times-family-summary = How the times are compared, and what is corrected together
times-family =
    { $times ->
        [one] Every p in this section belongs to one family, “before and after”: m = { $tests } tests of { $times } pair of times.
       *[other] Every p in this section belongs to one family, “before and after”: m = { $tests } tests of { $times } pairs of times.
    } q: after Benjamini and Hochberg, and Benjamini and Yekutieli, over all of them. Whole events are exchanged between the two times, with all their articles in all papers. The parts of an event that was written about in both are exchanged with one another. An article without an event moves with the articles that share its description, or alone. Changes are within papers, with 95 % intervals from the same exchange.
times-no-number = { $side }, before and from { $day } on ({ $event }): no number is given.
times-no-p = { $side }, before and from { $day } on ({ $event }): no p is given.
times-changed = { $side }, before and from { $day } on ({ $event }): changed, in percentage points [95 % interval]: { $frames }.
times-unchanged = { $side }, before and from { $day } on ({ $event }): no change of a frame dimension was found after correction.
times-numbers = The numbers before and after
times-together =
    All frames together: { $p }, q { $bh } (BH) and { $by } (BY); { $exact ->
        [yes] all arrangements were enumerated
       *[no] { $tables } arrangements were drawn
    }. The smallest p that these articles could give is { $smallest }. There are { $earlier ->
        [one] { $earlier } event
       *[other] { $earlier } events
    } before and { $later ->
        [one] { $later } event
       *[other] { $later } events
    } from then on{ $parted ->
        [0] { "" }
        [one] { " and" } { $parted } event in both
       *[other] { " and" } { $parted } events in both
    }; an article without an event counts as one.
times-left-out = Left out because they wrote in only one of the two times: { $papers }.
times-left-out-paper =
    { $when ->
        [after] { $paper } ({ $articles } from then on)
       *[before] { $paper } ({ $articles } before)
    }
times-head-before = before
times-head-later = from then on
times-head-change = change, points
times-frames-caption = Counts are articles; in shares a shared description counts once in each time.
times-moved-caption = Articles that take a position, of papers that take one in both times. Superiority: the chance that a later article scores higher than an earlier one of the same paper (.50: no difference); p tests it. Medians are descriptive and are not tested.
