# Values: positions on scales, and what articles say.

values-asked = { $variable }: { $question }
values-no-position = No article takes a position on any of these, as far as its source shows:
values-without = { $variable }: { $articles } { $reason }
values-coded-on = Articles by how they were coded on { $variables }.
