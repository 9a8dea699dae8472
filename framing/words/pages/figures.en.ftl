# Figures: what stands under them, and their numbers as tables.

figures-caption = { $what } { $known }.
figures-articles =
    N = { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }{ $notes ->
        [0] { "" }
        [one] { " " }({ $notes } note)
       *[other] { " " }({ $notes } notes)
    }
figures-described =
    { $every ->
        [yes] all
       *[no] { $described }
    } known only from a description
figures-purposive = a purposive selection, not a sample of coverage
figures-unfinished = a random draw of which not all articles are read yet, so without intervals
figures-probability = a random draw, shares weighted by one over the probability of being drawn
figures-probability-alike = a random draw, each article counted alike
figures-undeclared = how the articles were found is not declared
figures-read = reading: { $reading }, { $coders }
figures-read-alone = that of one coder
figures-adjudicated = adjudicated where settled, else by majority, else by the first coder
figures-coder =
    { $kind ->
        [machine] coded by { $many ->
            [one] a machine
           *[other] machines
        } ({ $coders })
       *[person] coded by { $many ->
            [one] a person
           *[other] people
        } ({ $coders })
    }
figures-codebook = codebook { $edition }

## Heads and cells that several figures share

figures-head-outlet = Outlet
figures-head-event = Event
figures-head-date = date
figures-head-published = Published
figures-head-day = Day
figures-head-record = Record
figures-head-frame = Frame dimension
figures-head-primary = Primary frame dimension
figures-head-articles = articles
figures-head-share = share
figures-head-difference = difference
figures-head-points = difference, points
figures-head-p = p
figures-of = { $hits } of { $n }
figures-labelled = { $name }: { $what }
figures-none = none

## Coverage and events

figures-coverage =
    Articles in the study per outlet and { $every ->
        [month] month
        [quarter] quarter
        [half] half-year
       *[year] year
    }. An empty cell does not mean zero articles.
figures-coverage-numbers = A dash is an empty cell, whatever the reason.
figures-events = Articles per event and outlet, an umbrella event with all its parts.
figures-head-on-it = articles on it
figures-head-with-parts = with its parts
figures-timeline = Articles by date and primary frame dimension; each mark is an article.
figures-timeline-bars = Articles per period and primary frame dimension, as bars.

## Frames

figures-frame-by-outlet = Articles with each primary frame dimension, of all the outlet’s articles.
figures-cooccurrence = Articles with both dimensions, in any role; the diagonal counts all articles with the dimension.
figures-over-time =
    Articles by primary and further frame dimension, per { $every ->
        [month] month
        [quarter] quarter
        [half] half-year
       *[year] year
    }: one by one, and as shares where an outlet or side has five or more in at least half of its { $every ->
        [month] months
        [quarter] quarters
        [half] half-years
       *[year] years
    }. Pale stretches have no article here, which does not mean zero.
figures-over-time-peers = Grey marks: the other outlets.
figures-over-time-some =
    { $fewer ->
        [one] Shown are the { $shown } outlets with most articles; { $fewer } has fewer.
       *[other] Shown are the { $shown } outlets with most articles; { $fewer } have fewer.
    }
figures-over-time-undated =
    { $articles ->
        [one] { $articles } article without a date is not shown.
       *[other] { $articles } articles without a date are not shown.
    }
figures-over-time-numbers = Articles with the dimension as their primary one; “+” counts those that have it as a further one. From 5 articles in a period on, their share with its 95 % interval, where one may be given; in shares a shared description counts once.
figures-over-time-articles = { $group }: articles
figures-not-read = none in this reading
figures-head-group-frame = Outlet and frame dimension
figures-reliability = Krippendorff’s alpha with a 95 % interval from { $draws } resamples of articles (those that share a description together; seed { $seed }), and AC1. All articles of the study, including the context panel; codebook { $edition }{ $ground }.

## Values

figures-positions = Each dot is one article; those that express no position, or whose source does not show one, are in lanes of their own.
figures-positions-counted = Each cell counts the articles of a period; those that express no position, or whose source does not show one, are in rows of their own.
figures-positions-numbers = A median is given where at least five articles express a position.
figures-head-expressed = express one
figures-head-median = median (range)
figures-head-not-expressed = not expressed
figures-head-not-applicable = not applicable
figures-head-unknown = unknown
figures-median = { $median } ({ $low } to { $high })
figures-inferred = { " " }({ $articles } inferred)
figures-values-numbers = Number of articles. Percentages are of those that give a value, if there are at least { $least }; a shared description counts once. Articles that give no value are counted below, by reason.
figures-values-sets = An article may give several values of { $variables }, so these can add up to more than the articles and to more than 100 %.

## The course of coverage

figures-themes = Every article by date under each of its frame dimensions. A frame around a quarter is the theme that the source itself gives to it; a stretch without any article is grey, which does not mean that nothing was printed.
figures-themes-counted = Articles per period, by primary frame dimension. A frame around a quarter is the theme that the source itself gives to it; a stretch without any article is grey, which does not mean that nothing was printed.
figures-in-role =
    { $frame }, { $role ->
        [primary] primary
       *[secondary] secondary
    }
figures-excluded = left out of frame analysis
figures-expectations = Each dot is one article. Bars are claims of the source about a country as a whole, its press, officials or opinion; they are not articles and count in no number.
figures-expectations-counted = Each cell counts the articles of a period. Bars are claims of the source about a country as a whole, its press, officials or opinion; they are not articles and count in no number.
figures-head-country-position = Country and position
figures-of-country = { $country }, { $what }
figures-answers = By date; an article with several answers has several dots.
figures-answers-counted = Per period; an article with several answers counts under each.
figures-head-answer = Answer
figures-plans = Articles on plans that were not realised, by date and position.
figures-plans-counted = Articles on plans that were not realised, per period and position.
figures-head-relation = relation
figures-head-scale = Scale
figures-head-position = position

## Two sides

figures-frames = Primary frame dimensions of { $one } and of { $other }, on events that both cover. Articles of a side that share one description of an event count once in shares and tests.
figures-head-within = difference within events, points
figures-chance = How far apart the sides are, beside how far apart shuffled sides would be: small samples look different by chance alone.
figures-head-divergence = Divergence
figures-head-observed = observed
figures-head-mean = mean by chance
figures-head-below = 95 % below
figures-head-shufflings = shufflings at most as large
figures-percent = { $percent }%
figures-choices = The size of the difference (total variation of shares within events) under each combination of choices.
figures-days = All events together, whether or not both sides cover them; articles from { $before } days before to { $after } days after.
figures-head-side-days = Side, days
figures-head-events = events
figures-side-days = { $side }, { $first } to { $last }
figures-forest =
    { $apart ->
        [yes] The frame dimensions that differ most
       *[no] The frame dimension with the largest difference
    }, on each event that both sides cover. No single event is tested here.
figures-forest-no-interval = There is no interval for all events together: this design allows none.
figures-squares =
    Each square is an article { $about ->
        [event] on this event and its parts
       *[any] on any event
    }. Squares are counted, not compared.

## Papers in pairs

figures-distances = Jensen–Shannon distance of primary frames on the events that both papers cover, beside the distance that shuffling gives.
figures-distances-some = Shown are the { $shown } of { $papers } papers that are in most pairs with a number.
figures-distances-numbers = m = { $tests } tests; p is about these papers, these articles.
figures-head-pair = Pair
figures-head-shared = shared events
figures-head-distance = distance (by chance)
figures-head-p-articles = p, articles
figures-head-without = no number because
figures-apart = no event is covered by both
figures-without =
    { $code ->
       *[other] { $reason }
    }
