# Two countries, or any sides, over all events; and several sides.

countries-together = All events together
countries-sides = The sides
countries-readings = { $one } compared with { $other }: two readings of the same articles.
countries-compared =
    { $same ->
        [yes] { $one } compared with { $other }: outlets, not countries.
       *[no] { $one } compared with { $other }: outlets, not countries; a difference may be due to the owner as well as the country.
    }
countries-other =
    { $articles ->
        [one] { $country } ({ $articles } article)
       *[other] { $country } ({ $articles } articles)
    }
countries-others = Not compared here: { $countries }. Name two sides for another pair (--sides { $one },{ $third }), more sides for every pair of them (--sides { $one },{ $other },{ $third }), or one side against all others (--sides { $one },rest). These are options of `framing compare --all --output DIR`.

## Event by event

countries-events = Event by event
countries-events-readings = Events that both read
countries-events-tested =
    { $tests ->
        [one] Each event by itself: { $tests } test with p and q
       *[other] Each event by itself: { $tests } tests with p and q
    }
countries-events-untested =
    { $events ->
        [one] { $events } event with the articles of each side; none has enough for a test
       *[other] { $events } events with the articles of each side; none has enough for a test
    }
countries-events-caption = Articles on each event.
countries-tests-caption = Primary frames on each event separately; the m = { $tests } tests are one family. Articles are exchanged: p is about these papers, these articles. Smallest p: what so many articles could give at best. A dash: a side has fewer than { $least } articles (a shared description counts once), or no p could reach .05.
countries-head-event = Event
countries-head-smallest = smallest p
countries-head-distance = distance (by chance)
countries-umbrellas = Wider events that both cover
countries-umbrellas-summary =
    { $events ->
        [one] { $events } wider event that both cover through parts
       *[other] { $events } wider events that both cover through parts
    }
countries-umbrellas-intro = Both sides cover these umbrella events, but through different parts.
countries-umbrellas-caption = Umbrella events that both sides cover through their parts, with the articles on these.
countries-head-umbrella = Umbrella event
countries-every-card = With every card: <page>Compared: { $event }</page>.

## Several sides

countries-outlets = { $sides }: outlets, not countries.
countries-many-title = { $sides }: { $about }
countries-against-rest = Each side against all others
countries-every-pair = Every pair of sides
countries-pair = { $one } and { $other }
countries-pairs-untested =
    { $pairs ->
        [one] None of the { $pairs } pair can be tested; each says below what it would need.
       *[other] None of the { $pairs } pairs can be tested; each says below what it would need.
    }
countries-pairs =
    { $apart } of { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    } differ in at least one frame dimension{ $kind ->
        [named] : { $named }.
       *[counted] .
    }
countries-pairs-corrected = All { $tests } tests of these pairs are corrected together.
countries-pairs-left =
    { $pairs ->
        [one] { $pairs } pair could not be tested.
       *[other] { $pairs } pairs could not be tested.
    }
countries-no-common = no event in common
countries-not-compared = not compared
countries-matrix = Frame dimensions that differ of those tested, after correction for all pairs; points: the side of the row less that of the column, within events that both cover.
countries-list = Frame dimensions that differ of those tested, after correction for all pairs; points: the side of the row less all others together, within events that both cover.
countries-head-side = Side
countries-head-differs = differs from all others in
countries-each-frame = { $pair }: each frame dimension
