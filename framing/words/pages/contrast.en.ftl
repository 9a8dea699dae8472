# A few articles beside one another, aspect by aspect.

contrast-marked = Bold and ≠: the articles differ. One that gives no answer does not count as different.
contrast-record = Record
contrast-card = card
contrast-silent = None of them answers, as far as the source shows: { $aspects }.
contrast-event = Event
contrast-article = { $paper }, { $day }
contrast-primary = Primary frame dimension
contrast-secondary = Secondary
contrast-inferred = { $answer } (inferred)
contrast-rivals =
    Of the papers of one country, { $one } and { $other } have most articles between them. They share { $own ->
        [0] { $parts ->
            [0] no event, not even an umbrella.
            [one] no event itself, and meet under { $parts } umbrella event by different parts.
           *[other] no event itself, and meet under { $parts } umbrella events by different parts.
        }
        [one] { $parts ->
            [0] { $own } event.
            [one] { $own } event, and meet under { $parts } umbrella event by different parts.
           *[other] { $own } event, and meet under { $parts } umbrella events by different parts.
        }
       *[other] { $parts ->
            [0] { $own } events.
            [one] { $own } events, and meet under { $parts } umbrella event by different parts.
           *[other] { $own } events, and meet under { $parts } umbrella events by different parts.
        }
    }
contrast-rivals-title = { $one } against { $other }
contrast-level =
    { $level ->
        [own] the event itself
       *[parts] parts of it
    }
contrast-shared-caption = Articles on each event and its parts.
contrast-both = both cover
contrast-on =
    { $dated ->
        [yes] { $event } ({ $days }):
       *[no] { $event }:
    }
contrast-further =
    { $events ->
        [one] { $events } further event with at most { $most } articles: see the pages of these events.
       *[other] { $events } further events with at most { $most } articles: see the pages of these events.
    }
