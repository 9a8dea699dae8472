# The page of records, and the cards of articles wherever they open.

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
records-no-script = 記事のカードを開くにはJavaScriptが必要です。使えない場合は、この報告書のMarkdown版（records.md）で同じカードを読めます。
records-date = 日付
records-outlet = 媒体
records-headline = 見出し
records-headline-key = 見出しと要となる文
records-frame = 主フレーム
records-quoted = 「{ $text }」

## Cards

card-title = { $outlet }、{ $day }
card-headline = 見出し
card-by = 筆者
card-genre = 記事の種類
card-page = 掲載面
card-date = 日付
card-cited =
    { $status ->
        [resolved] 出典では{ $cited }。{ $reason }
       *[uncertain] 日付不確実（出典では{ $cited }）。{ $reason }
    }
card-known-from = 本文の入手形態
card-basis =
    { $basis ->
        [primary_full] 記事の全文
        [primary_part] 記事の一部
        [translation] 記事の翻訳
       *[secondary_paraphrase] 第三者による記述（記事そのものは読んでいない）
    }
card-source = 出典
card-note = 注{ $note }
card-excluded = フレーム分析から除外：{ $reason }
card-event = 出来事
card-relation =
    { $relation ->
        [previews] { $event }（事前報道）
        [reports] { $event }（報道）
        [comments] { $event }（論評）
       *[looks_back] { $event }（回顧）
    }
card-others = ほかに触れている出来事
card-primary = 主フレーム次元
card-secondary = 副フレーム次元
card-inferred = { $answer }（記述からの推定）
card-inferred-uncounted = { $answer }（記述からの推定、集計には含めない）
card-confidence = コーダーの確信度
card-of-three = 3段階の{ $confidence }
card-coded-by = コーダー
card-settled = { $coders }（裁定：{ $by }）
card-tie = { $coders }（多数が決まらない場合は{ $by }に従う）
card-read = { $coders }（{ $rule }）
card-evidence = { $judgement }：{ $text }
card-evidence-from = { $text }（{ $from }）
