# Values: positions on scales, and what articles say.

values-asked = { $variable }：{ $question }
values-no-position = 出典から分かるかぎり、これらについて立場を示した記事はない。内訳：
values-without = { $variable }：{ $reason }{ $articles }件
values-coded-on = { $variables }についてのコーディング結果別の記事数。
