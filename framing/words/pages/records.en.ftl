# The page of records, and rows of articles wherever they stand.

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
records-no-script = The articles open to their cards with JavaScript; without it, a study of up to { $most } articles has the same cards in the Markdown form of this report, records.md.
records-date = Date
records-outlet = Outlet
records-headline = Headline
records-headline-key = Headline and key sentence
records-frame = Primary frame
records-quoted = “{ $text }”
records-many = These are { $articles } articles. Up to { $most }, their cards stand here; of more, each card opens on the HTML page records.html, which framing report writes beside this file.
records-set-rest = { $articles } more on the HTML page
