# One article as a card.

cards-title = { $paper }、{ $date }
cards-excluded = フレーム分析から除外：{ $reason }
cards-headline = 見出し
cards-by = 筆者
cards-genre = 記事の種類
cards-page = 掲載面
cards-date = 日付
cards-cited =
    { $status ->
        [resolved] 文献では{ $date }。{ $reason }
       *[uncertain] 日付は不確か。文献では{ $date }。{ $reason }
    }
cards-known = 本文の入手形態
cards-basis =
    { $basis ->
        [primary_full] 記事の全文
        [primary_part] 記事の一部
        [translation] 記事の翻訳
       *[secondary_paraphrase] 他者の記述（記事そのものは読んでいない）
    }
cards-source = 出典
cards-event = 出来事
cards-about =
    { $event }（{ $relation ->
        [previews] 予告
        [reports] 報道
        [comments] 論評
       *[looks_back] 回顧
    }）
cards-others = ほかに触れている出来事
cards-primary = 主フレーム
cards-secondary = 副フレーム
cards-inferred = { $answers }（記述からの推定）
cards-inferred-not-counted = { $answers }（記述からの推定。数えない）
cards-confidence = コーダーの確信度
cards-confidence-level = { $of }段階中{ $level }
cards-coded = コーダー
cards-settled = { $coders }（裁定：{ $adjudicators }）
cards-decides = { $coders }（多数が定まらず、{ $coder }の判定による）
cards-majority = { $coders }（多数決）
cards-evidence = { $supports }：{ $text }（{ $by }）
cards-given-at = { $coders }、{ $place }
