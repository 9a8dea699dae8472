# The page of records, and the cards of articles wherever they open.

list-comma = { ", " }
records-sets = The records behind the numbers
records-cards = Every article
records-follow = A number of this report leads to the articles behind it.
records-all = Show all articles.
records-chosen = { $articles } articles: { $what }
records-set =
    { $more ->
        [0] { $articles } articles ({ $what })
       *[other] { $articles } articles ({ $what }; and { $more } more)
    }
records-missing = The card is in { $file }, which is not beside this page.
records-no-script = The articles open to their cards with JavaScript; without it, read the same cards in the Markdown form of this report, records.md.
records-date = Date
records-outlet = Outlet
records-headline = Headline
records-headline-key = Headline and key sentence
records-frame = Primary frame
records-quoted = “{ $text }”

## Cards

card-title = { $outlet }, { $day }
card-headline = Headline
card-by = By
card-genre = Genre
card-page = Page
card-date = Date
card-cited =
    { $status ->
        [resolved] cited as { $cited }. { $reason }
       *[uncertain] date uncertain, cited as { $cited }. { $reason }
    }
card-known-from = Known from
card-basis =
    { $basis ->
        [primary_full] the article itself, in full
        [primary_part] part of the article itself
        [translation] a translation of the article
       *[secondary_paraphrase] somebody’s description; the article was not read
    }
card-source = Source
card-note = note { $note }
card-excluded = Left out of frame analysis: { $reason }
card-event = Event
card-relation =
    { $relation ->
        [previews] previews { $event }
        [reports] reports { $event }
        [comments] comments on { $event }
       *[looks_back] looks back on { $event }
    }
card-others = Also names
card-primary = Primary frame dimension
card-secondary = Secondary
card-inferred = { $answer } (inferred from the description)
card-inferred-uncounted = { $answer } (inferred from the description, not counted)
card-confidence = Coder’s confidence
card-of-three = { $confidence } of 3
card-coded-by = Coded by
card-settled = { $coders }; settled by { $by }
card-tie = { $coders }; without a majority, { $by } decides
card-read = { $coders }; { $rule }
card-evidence = { $judgement }: { $text }
card-evidence-from = { $text } ({ $from })
