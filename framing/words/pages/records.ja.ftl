# The page of records, and rows of articles wherever they stand.

list-comma = 、
records-sets = 数値のもとになった記録
records-cards = すべての記事
records-follow = この報告書の数値をたどると、そのもとになった記事が表示される。
records-all = すべての記事を表示
records-chosen = 記事{ $articles }件：{ $what }
records-set =
    { $more ->
        [0] 記事{ $articles }件（{ $what }）
       *[other] 記事{ $articles }件（{ $what }、ほか{ $more }か所）
    }
records-missing = カードは { $file } にありますが、このページと同じ場所に見つかりません。
records-no-script = 記事のカードを開くにはJavaScriptが必要です。使えない場合も、記事が{ $most }件までの研究なら、この報告書のMarkdown版（records.md）で同じカードを読めます。
records-date = 日付
records-outlet = 媒体
records-headline = 見出し
records-headline-key = 見出しと要となる文
records-frame = 主フレーム
records-quoted = 「{ $text }」
records-many = 記事は{ $articles }件。{ $most }件まではここにカードを載せるが、それより多いため、カードは framing report が同じ場所に書き出すHTML版（records.html）で開く。
records-set-rest = ほか{ $articles }件はHTML版のページで
