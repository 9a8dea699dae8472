# Values: positions on scales, and what articles say.

values-asked = { $variable }: { $question }
values-no-position = Насколько видно по источникам, позиции ни по одной из шкал нет ни в одной статье:
values-without = { $variable }: { $reason } — { $articles }
values-coded-on = Статьи по тому, как они закодированы: { $variables }.
