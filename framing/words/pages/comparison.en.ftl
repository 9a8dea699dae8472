# Pages that compare two sides: what their sections share, and the page of one event.

comparison-comma = { ", " }
comparison-semicolon = { "; " }
comparison-two = { $a } and { $b }
comparison-from-to = { $a } to { $b }
comparison-or-more = { $least } or more
comparison-span = { $low } to { $high }
comparison-indicative = { $number } (indicative)
comparison-share = { $share }{ $ends }, { $hits } of { $n }{ $few ->
        [yes] { " (indicative)" }
       *[no] { "" }
    }
comparison-coder = coder { $coder }
comparison-all-others = all others
comparison-listing = { $side }: { $papers }.
comparison-dated = { $kind ->
        [day] “{ $event }” ({ $first })
        [span] “{ $event }” (some day from { $first } to { $last })
       *[open] “{ $event }” (from { $first } on)
    }

## Why there is no number, and how the articles were chosen

comparison-no-number = No number is given here.
comparison-no-difference = No difference is given.
comparison-untested = No difference is tested.
comparison-no-p = No p is given.
comparison-chosen = How the articles were chosen: { $how }
comparison-chosen-readings = The { $articles } articles are the same on both sides: p asks whether the readings of two coders differ by more than chance, and says nothing about the newspapers.
comparison-chosen-all =
    { $kind ->
        [census] The { $articles } articles are all articles that a search found: p tests whether the difference exceeds what chance in assigning articles to sides would give.
        [probability] The { $articles } articles are a random sample: p asks whether the papers differ, or only the sample.
        [purposive] The { $articles } articles are picked to carry an argument: p says nothing about the newspapers.
        [unfinished] The { $articles } articles are drawn at random, but not all that were drawn are read: what p says about the newspapers is unknown until they are.
       *[undeclared] The { $articles } articles are chosen in a way that is not declared: what p says about the newspapers is unknown.
    }
comparison-chosen-ways = Of { $articles } articles, { $ways }.
comparison-chosen-way =
    { $kind ->
        [census] { $articles } are all articles that a search found: p tests whether the difference exceeds what chance in assigning articles to sides would give
        [probability] { $articles } are a random sample: p asks whether the papers differ, or only the sample
        [purposive] { $articles } are picked to carry an argument: p says nothing about the newspapers
        [unfinished] { $articles } are drawn at random, but not all that were drawn are read: what p says about the newspapers is unknown until they are
       *[undeclared] { $articles } are chosen in a way that is not declared: what p says about the newspapers is unknown
    }
comparison-untested-readings = The { $articles } articles are the same on both sides: a difference is one between the readings of two coders and says nothing about the newspapers.
comparison-untested-all = 
    { $kind ->
        [census] The { $articles } articles are all articles that a search found.
        [probability] The { $articles } articles are a random sample.
        [purposive] The { $articles } articles are picked to carry an argument and say nothing about how the newspapers write.
        [unfinished] The { $articles } articles are drawn at random, but not all that were drawn are read.
       *[undeclared] The { $articles } articles are chosen in a way that is not declared, so what they say about the newspapers is unknown.
    }
comparison-untested-way = 
    { $kind ->
        [census] { $articles } are all articles that a search found
        [probability] { $articles } are a random sample
        [purposive] { $articles } are picked to carry an argument and say nothing about how the newspapers write
        [unfinished] { $articles } are drawn at random, but not all that were drawn are read
       *[undeclared] { $articles } are chosen in a way that is not declared, so what they say about the newspapers is unknown
    }
comparison-chosen-alike = Their probabilities of being drawn, from { NUMBER($lowest, maximumSignificantDigits: 3) } to { NUMBER($highest, maximumSignificantDigits: 3) }, differ so little, or for so few articles, that a comparison counts each alike.
comparison-on-request = They are treated as a sample only on request.

## Frames

comparison-frames = Frame dimensions
comparison-numbers = Counts, shares, p and q of each frame dimension
comparison-head-frame = Frame dimension
comparison-head-share = share, weighted n
comparison-head-difference = difference, points
comparison-head-p = p, articles
comparison-head-reliability = reliability
comparison-test =
    Do the sides differ in their primary frames at all? Permutation test, articles shuffled { $events ->
        [1] inside the event
       *[other] inside each of { $events } events
    }: { $p } ({ $exact ->
        [yes] every arrangement was enumerated
       *[no] { $tables } arrangements were drawn
    }; the smallest p that these articles could give is { $smallest }; { $a } and { $b } articles or shared descriptions). This p is about { $about ->
        [articles] these papers, these articles
       *[readings] these two readings of these articles
    }.
comparison-share-caption =
    Counts are articles; in shares articles of a side that share a description of an event count once. { $by ->
        [events] 95 % intervals treat events, not articles, as independent
        [articles] 95 % intervals treat articles as independent (Wilson’s, and Newcombe’s for differences)
       *[none] No intervals
    }. The difference, first less second side, is within events. p and q are about { $about ->
        [articles] these papers, these articles
       *[readings] these two readings of these articles
    }. q is p corrected for all m = { $tests } tests: of what is found at q up to .05, at most 5 % is expected to be chance (BH: Benjamini and Hochberg; BY: Benjamini and Yekutieli, however the tests depend on one another). α: Krippendorff’s agreement of coders beyond chance, the lower end of its interval; from .80 reliable, from .667 tentatively.
comparison-stamp = α from { $low }
comparison-stamp-weak = α from { $low }: not reliable enough
comparison-stamp-unknown = not estimable

## How far apart

comparison-distance = How far apart
comparison-distance-summary = Divergences beside chance, and log-odds
comparison-distance-told = 
    { $measure } is { $observed }; { $beyond ->
        [yes] that is more than chance gives
       *[no] chance alone gives as much
    } (95% of shuffles stay below { $chance }).
comparison-log-odds = Log-odds, first over second side, with an informative Dirichlet prior of { $prior } articles; last column: priors of { $priors }.
comparison-head-log-odds = log-odds [95 %]
comparison-head-priors = other priors

## Positions

comparison-positions = Positions
comparison-positions-numbers = Medians, superiority and p of each scale
comparison-head-scale = Scale
comparison-head-medians = medians
comparison-head-superiority = superiority [95 %]
comparison-positions-caption = Counts: articles that take a position, on events where both sides do. Superiority: the chance that an article of the first side scores higher than one of the second on the same event (.50: no difference); p tests it. Medians are descriptive and are not tested.
comparison-no-scale = The codebook has no ordinal variable.
comparison-higher = Higher in { $one } than in { $other }: { $scales }.
comparison-unclear = Unclear: { $scales }. Among these articles that is more than chance, but the interval includes .50, no difference.
comparison-apart = { $scale }, superiority { $superiority }
comparison-superiority = Superiority: the chance that an article of { $one } scores higher than one of { $other } on the same event; .50 is no difference.
comparison-same = No difference between the positions taken was found after correction: { $scales }.

## Who takes a position

comparison-expressed-caption = Shares are of the n articles of which one can see whether they take a position, as if both sides had written the same amount about each event. The difference has a 95 % interval. Not seen: how many cannot be seen, first and second side (a shared description counts once). Difference at worst: if those took a position on one side only. Superiority at worst: if every article without a position stood at one end of the scale on one side and at the other end on the other. Articles to which it does not apply are left out.
comparison-head-expressed = Takes a position on
comparison-head-unseen = not seen
comparison-head-worst = difference at worst
comparison-head-worst-superiority = superiority at worst
comparison-expressed-n = { $share }; n = { $n }
comparison-expressed-differs = The sides differ in how often they take a position at all, in percentage points: { $scales }. There, positions are compared of those who take one, and who does may make the difference. The worst cases assume nothing about the others.

## Every test

comparison-family = Every test as one family
comparison-family-summary =
    { $tests ->
        [one] { $tests } test that are corrected together, each with p and q
       *[other] { $tests } tests that are corrected together, each with p and q
    }
comparison-family-told = 
    Of { $tests } tests, { $found ->
        [0] none is found after correction.
        [one] one is found after correction: { $named }.
       *[other] { $found } are found after correction: { $named }.
    }
comparison-family-caption = m = { $tests } tests; found: q (Benjamini and Hochberg) of at most .05. Every p is about { $about ->
        [articles] these papers, these articles
       *[readings] these two readings of these articles
    }.
comparison-head-test = Test
comparison-found = found
comparison-test-primary = Primary frame dimensions together
comparison-test-superiority = { $scale }, superiority
comparison-test-expressed = { $scale }, expressed
comparison-methods-summary = A paragraph to copy

## One event

comparison-covered = Who covered it
comparison-articles = The articles
comparison-articles-summary = Every article by day
comparison-aligned = Side by side, by day
comparison-all-events = All events: { $one } and { $other }
comparison-level =
    { $level ->
        [own] Both sides have articles on this event itself.
        [umbrella] The sides do not both have articles on this event. They meet under its umbrella, “{ $event }”, whose parts are listed below.
       *[parts] The match is at the level of this umbrella event: both sides have articles on parts of it. { $shared ->
            [0] None of these parts has articles from both.
           *[other] Both have articles on { $shared } of them.
        }
    }
comparison-parts = The parts with articles, and the articles of each side on them.
comparison-head-part = Part
comparison-head-date = date
comparison-coverage =
    { $narrowed ->
        [yes] Articles on the event and its parts, whatever the window and the voices.
       *[no] Articles on the event and its parts.
    } Days run from the event to the earliest article, in local calendar days of each paper (time zones differ by up to a day). Silent means searched and nothing found; that is not the same as not searched.
comparison-head-outlet = Outlet
comparison-head-side = side
comparison-head-articles = articles
comparison-head-first = first
comparison-head-days = days from the event
comparison-head-state = state
comparison-state =
    { $state ->
        [covered] covered
        [silent] silent: searched, none found
        [not_published] not published on these days
        [not_entered] found by a search, not yet entered
       *[not_searched] not searched
    }
comparison-undated = undated
comparison-card-links = Each article links to its card.
comparison-head-day = Day
comparison-head-from-own = days from its event
comparison-summary = { $paper }: { $frame }
comparison-score = { $scale }: { $value }

## Closest pairs of different events

comparison-nearest = Closest pairs of different events
comparison-nearest-summary =
    { $pairs ->
        [one] { $pairs } pair of events, one covered by each side
       *[other] { $pairs } pairs of events, one covered by each side
    }
comparison-nearest-caption = Pairs of different events, one covered by each side; those under one umbrella come first. Days apart: between the events, as far as their dates are known. Articles apart: days between the two nearest articles.
comparison-head-by-first = Covered by: { $side }
comparison-head-by-second = covered by: { $side }
comparison-head-days-apart = days apart
comparison-head-articles-apart = articles apart
comparison-head-umbrella = umbrella of both
comparison-none = none
comparison-day = { $day }
