# What the sources claim of coverage and expectations, and what became of it.

claims-apart = 報道や見通しの全般について出典が主張していることを、コーダーの言葉でまとめた。記事とは別に扱い、どの数値にも含めない。主張した出典を通じてのみ知られる記事は、その主張から独立ではない。
claims-head-period = 期間
claims-head-described = 対象
claims-head-sort = 種類
claims-head-claim = 主張
claims-head-where = 箇所
claims-head-tested = 記事との照合
claims-kind =
    { $kind ->
        [coverage] 報道
        [omission] 不報道
        [expectation] 見通し
        [blame] 責任の帰属
       *[verdict] 評価
    }
claims-nothing-coded = この判定ではコーディングされたものがない
claims-verdict =
    { $verdict ->
        [borne_out] 記事と合う
        [contradicted] 記事と合わない
       *[not_testable] 検証できない
    }
claims-verdict-because = { $verdict }：{ $reason }
claims-no-such-source = この研究には対象の記事がない
claims-whose-not-stated = どの国の報道か、出典に示されていない
claims-no-variable = 主張に対応する値がコードブックにない
claims-no-article = 該当する期間と事柄について、主張の箇所そのもの以外に対象の記事がない
claims-unanswered = 答えを示す記事がない
claims-second-hand = 記事は他者の記述を通じて知られるだけで、書かれなかったことは分からない
claims-below-floor = 答えを示す記事が少なすぎる
claims-split = 合う記事と合わない記事が同数である
claims-articles-agree = 主張どおり{ $articles }件
claims-articles-differ = 異なるもの{ $articles }件
claims-counted = { $verdict }（{ $counts }）
claims-counted-same-source = { $verdict }（{ $counts }。うち{ $known }件は主張した出典を通じてのみ知られる）
claims-not-in-study = { $described }（この研究には含まれない）
claims-group-of =
    { $country }の{ $group ->
        [outlet] 新聞
        [press] 報道
        [officials] 当局者
        [capital] 首都
       *[opinion] 世論
    }
claims-group =
    { $group ->
        [outlet] 新聞
        [press] 報道
        [officials] 当局者
        [capital] 首都
       *[opinion] 世論
    }（どの国かは不明）
claims-named-of =
    { $name }（{ $country }の{ $group ->
        [outlet] 新聞
        [press] 報道
        [officials] 当局者
        [capital] 首都
       *[opinion] 世論
    }）
claims-named =
    { $name }（{ $group ->
        [outlet] 新聞
        [press] 報道
        [officials] 当局者
        [capital] 首都
       *[opinion] 世論
    }）
claims-remark = 備考：{ $remark }
claims-events = 出来事：{ $events }。
claims-note = 注{ $note }
