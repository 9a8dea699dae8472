# The page of one event.

event-event = The event
event-covered = Who wrote about it
event-articles = The articles
event-named = Also names this event
event-claims = What the sources say of coverage and expectations

## What happened

event-kind = { $kind }, { $date }.
event-status =
    { $status ->
        [happened] It took place.
        [planned] It was planned.
        [unrealised] It was planned and did not take place.
        [background] It took place before the period of the study; articles recall it.
        [withdrawn] It is no longer in the list of events; earlier codings name it.
       *[umbrella] It spans the events below.
    }
event-actors = Actors: { $actors }.
event-date =
    { $certainty ->
        [checked] The date was checked against a published source
        [general_knowledge] The date agrees with general knowledge but was not checked against a source
        [unchecked] The date appears only in the citing source
       *[corrected] The date was corrected: the citing source is wrong
    } ({ $source }).
event-date-unstated = 
    { $certainty ->
        [checked] The date was checked against a published source, which is not named
        [general_knowledge] The date agrees with general knowledge but was not checked against a source
        [corrected] The date was corrected; its source is not named
       *[unchecked] The date was entered without a source and was not checked
    }.
event-also-told =
    { $many ->
        [one] The citing source also mentions it in its section on { $sections }.
       *[other] The citing source also mentions it in its sections on { $sections }.
    }
event-part-of = Part of: { $event }.
event-parts = Its parts:
event-part = { $event }, { $date }
event-compared = <page>{ $pair } side by side on this event</page>.
event-compared-over = The sides do not both have articles on this event itself. <page>{ $pair } side by side on “{ $event }”</page>.

## Tables

event-covered-note = Articles on the event and on its parts.
event-named-note = Articles that name the event or a part of it beside another event, which they are about. They are counted there and not here; coverage and comparisons leave out what is only named.
event-timing-note = Days from the event to the article, in local calendar days of each paper; the order within a day is not known. Articles of one event, relation and day share a row. In brackets: the possible range, where a date is not known to the day or covers several days.
event-head-outlet = Outlet
event-head-count = articles
event-head-first = first
event-head-state = state
event-head-record = Record
event-head-records = Records
event-head-names = names
event-head-about = is about
event-head-event = Event
event-head-relation = relation
event-head-days = days after
event-relation =
    { $relation ->
        [previews] previews
        [reports] reports
        [comments] comments
       *[looks_back] looks back
    }
event-gap = { $days } ({ $earliest } to { $latest })
event-gap-open = { $days } ({ $earliest } or more)
