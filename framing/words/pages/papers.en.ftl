# The papers of a comparison: whether countries differ, each paper against its peers, and how far any two are apart.

papers-about-countries = What it says about countries
papers-title =
    { $about ->
        [countries] Do the countries differ?
       *[groups] Do the groups of papers differ?
    }
papers-no-p = No p is given about countries or other groups of papers.
papers-test =
    { $about ->
        [countries] Do the countries differ?
       *[groups] Do the groups of papers differ?
    } Permutation test, papers exchanged between the sides: { $p } ({ $exact ->
        [yes] all { $arrangements } arrangements
       *[no] { $arrangements } arrangements drawn
    }; the smallest p that these papers could give is { $smallest }; { $a } and { $b } papers).
papers-caption = Mean departure of a paper from what all papers wrote on the same events, first less second side, every paper weighted equally. p, papers: for the largest difference over all frame dimensions, so it needs no further adjustment.
papers-head-p = p, papers
papers-peers = Each paper against the others of its country
papers-no-number = No number is given for:
papers-why = { $papers }: { $why }
papers-why-no_peers = { $papers }: the only paper of its country in the study; a second one would be needed.
papers-why-too_few_events = { $papers }: fewer than { $events } events with at least { $articles } articles each from the paper and from its peers.
papers-why-each = { $papers }, each with its peers: { $sampled } Needed: All articles on the event that a stated search finds, or a random sample of them.
papers-head-paper = Paper
papers-head-events = events
papers-head-articles = articles: its own and its peers’
papers-head-largest = largest difference, points
papers-peers-caption = A paper is never among its own peers. Articles are exchanged inside events, so p is about these papers, these articles; m = { $tests }.
papers-distances = How far apart the papers are
papers-all-pairs = All { $pairs } pairs have a number.
papers-pairs =
    { $without } of { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    } { $without ->
        [one] has
       *[other] have
    } no number: { $why ->
        [both] { $apart } share no event and { $few } have too few articles on events that both cover, or articles chosen in a way that allows no number
        [few] { $few } have too few articles on events that both cover, or articles chosen in a way that allows no number
       *[apart] { $apart } share no event
    }.
