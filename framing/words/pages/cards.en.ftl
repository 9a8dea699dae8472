# One article as a card.

cards-title = { $paper }, { $date }
cards-excluded = Left out of frame analysis: { $reason }
cards-headline = Headline
cards-by = By
cards-genre = Genre
cards-page = Page
cards-date = Date
cards-cited =
    { $status ->
        [resolved] cited as { $date }. { $reason }
       *[uncertain] date uncertain, cited as { $date }. { $reason }
    }
cards-known = Known from
cards-basis =
    { $basis ->
        [primary_full] the article itself, in full
        [primary_part] part of the article itself
        [translation] a translation of the article
       *[secondary_paraphrase] somebody’s description; the article was not read
    }
cards-source = Source
cards-event = Event
cards-about =
    { $relation ->
        [previews] previews
        [reports] reports
        [comments] comments on
       *[looks_back] looks back on
    } { $event }
cards-others = Also names
cards-primary = Primary frame dimension
cards-secondary = Secondary
cards-inferred = { $answers } (inferred from the description)
cards-inferred-not-counted = { $answers } (inferred from the description, not counted)
cards-confidence = Coder’s confidence
cards-confidence-level = { $level } of { $of }
cards-coded = Coded by
cards-settled = { $coders }; settled by { $adjudicators }
cards-decides = { $coders }; without a majority, { $coder } decides
cards-majority = { $coders }; majority
cards-evidence = { $supports }: { $text } ({ $by })
cards-given-at = { $coders }; { $place }
