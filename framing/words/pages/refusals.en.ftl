# Why there is no number, and what would be needed: one message for each code of a refusal whose values are given.

refusals-purposive_sample =
    { $all ->
        [yes] All { $articles } articles were
       *[no] { $articles } of { $of } articles were
    } picked to carry an argument, so a p says nothing about the newspapers. Needed: All articles on the event that a stated search finds, or a random sample of them.
refusals-undeclared_sample =
    { $all ->
        [yes] All { $articles } articles were
       *[no] { $articles } of { $of } articles were
    } chosen in a way that is not declared, so what a p says about the newspapers is unknown. Needed: All articles on the event that a stated search finds, or a random sample of them.
refusals-unfinished_sample =
    { $all ->
        [yes] All { $articles } articles were
       *[no] { $articles } of { $of } articles were
    } drawn at random, but not all that were drawn are read, so what a p says about the newspapers is unknown. Needed: All articles on the event that a stated search finds, or a random sample of them.
refusals-unequal_probabilities = The articles were drawn with probabilities from { $lowest } to { $highest }, and a comparison counts each alike. Needed: A sample in which both sides have the same probability, such as a simple or a proportional one; shares and their intervals on other pages are weighted.
refusals-too_few_articles =
    { $kind ->
        [times] There are { $earlier } articles before and { $later } from then on (a shared description counts once), and only papers that wrote in both times count; nothing is tested below { $least } in each. Needed: At least { $least } articles in each of the two times, of papers that wrote in both.
        [apart] No event has articles of both sides that can be counted here; nothing is tested below { $least } on each side. Needed: At least { $least } articles of each side on the same event.
       *[sides] On events that both sides cover there are { $a } and { $b } articles (a shared description counts once); nothing is tested below { $least } on each side. Needed: At least { $least } articles of each side on the same event.
    }
refusals-too_few_events =
    { $kind ->
        [peers] { $outlet } and its peers share { $events } events with at least { $articles } articles each. Needed: { $least } such events.
       *[times] Whole events are exchanged, and there are { $later } from then on, { $earlier } before{ $parted ->
            [0] { "" }
           *[other] { " and" } { $parted } in both
        } (an article without an event counts as one): the smallest p that they could give is { $p }, above 0.05. Needed: More events: at least { $more_later } from then on and { $more_earlier } before{ $parted ->
            [0] .
           *[other] , beside the { $parted } in both.
        }
    }
refusals-unattainable_p =
    { $kind ->
        [times] The smallest p that these articles could give is { $p }, above 0.05: their answers hardly vary. Needed: More events, or articles whose answers vary more.
        [papers] The smallest p that these { $a } and { $b } papers could give is { $p }, above 0.05. Needed: More papers, or papers that differ more from one another.
       *[articles] The smallest p that these { $a } and { $b } articles could give is { $p }, above 0.05. Needed: More articles, or articles whose answers vary more, on an event that both sides cover.
    }
refusals-readings = Both sides are readings of the same articles. Needed: Sides that are papers.
refusals-two_papers = Two papers are compared, which says nothing about their countries or any other group of papers. Needed: Sides of several papers. The fewest papers that can reach .05 are 2 against 5, or 3 against 4.
refusals-one_paper = One paper alone can never carry a claim about a country or another group: what sets { $sides } apart may be the paper’s own or its owner’s. Exchanging { $a } and { $b } papers could give p = { $p } at best. Needed: More papers of that side on events of both. The fewest papers that can reach .05 are 2 against 5, or 3 against 4.
refusals-too_few_papers = Exchanging { $a } and { $b } papers could give p = { $p } at best. Needed: { $needed } papers against { $larger }, all with articles on events of both. The fewest papers that can reach .05 are 2 against 5, or 3 against 4.
refusals-no_peers = { $outlet } is the only outlet of its country ({ $country }) in the study. Needed: A second outlet of that country.
refusals-sides_are_coders = The sides are the coders themselves. Needed: Sides of outlets.
refusals-few_coded_twice = Only { $articles } articles were coded twice: too few to tell which frames coders confuse. Needed: At least { $enough } articles with two independent codings; { $enough } of each side where errors may differ.
refusals-no_directions = Where two coders differ, nothing shows which of them is right, so which frame is taken for which is unknown. Needed: { $enough } adjudicated articles, or { $enough } that three coders coded, or { $enough } coded twice from each of two outlets.
refusals-singular_confusion = Coders confuse some frames so often that what is seen cannot be traced back to what was there. Needed: Frames that coders tell apart: merge those they confuse, or sharpen their definitions.
refusals-no_matched_event =
    { $kind ->
        [outside] { $one } and { $other } have no articles on this event, its parts or its umbrellas that both fit the choices made here. Needed: A wider window, or more voices: both sides have articles on the event outside those chosen.
        [event] { $one } and { $other } do not both have articles on this event, on its parts or under its umbrellas. Needed: Articles of { $missing } on { $event }, searched from { $before } days before to { $after } days after.
        [nearest] { $one } and { $other } cover no event in common, so their framing cannot be compared. Needed: Articles of { $other } on { $event }, or of { $one } on { $second }. A search from { $before } days before to { $after } days after will do.
       *[nothing] { $one } and { $other } cover no event in common, so their framing cannot be compared. Needed: Coded articles of both sides with their events.
    }
refusals-scale = { $scale } ({ $a } and { $b } articles)
refusals-scales =
    { $kind ->
        [p] No p is given for
       *[number] No number is given for
    } { $scales }; at least { $least } are needed on each side.
refusals-scales-events = No p is given for { $scales }: too few whole events can be exchanged for any p to reach .05.

## Readings and figures

refusals-unknown_reading = There is no reading '{ $rule }'. Needed: One of: { $known }.
refusals-nothing_coded =
    { $kind ->
        [reading] Nothing is coded under the reading '{ $rule }'. Needed: Codings of the main phase, or another of: { $known }.
        [outlets] No article from { $outlets ->
            [one] this outlet
           *[other] these outlets
        } has been coded. Needed: Codings of its articles.
       *[panel] No article in this panel and voice has been coded. Needed: Codings, or other choices.
    }
refusals-no_themes = No article is cited by a section with a theme. Needed: Themes of sections in sources.json.
refusals-no_variables = The codebook has no variable for this chart. Needed: A variable in a group with show '{ $show }'.
refusals-no_dates = No article of the study has a date, so nothing can be shown over time. Needed: Dates of publication.
refusals-no_article = No article of what is chosen has a date and a frame. Needed: Codings of dated articles, or another choice.
refusals-too_many = More than { $most } articles share a frame. Needed: A chart of shares, or a shorter window.
refusals-no_distance = No two outlets have enough articles on the same events. Needed: More articles on events that two outlets cover.
refusals-one_side = The study has no two countries with articles. Needed: Outlets of a second country.
