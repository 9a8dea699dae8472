# The ledger of notes, claims and dates.

ledger-sources = 出典
ledger-no-source = この研究は出典を引いておらず、記事を直接読んでいる。
ledger-source = { $author }：{ $title }（{ $container }、{ $published }）。{ $earliest }から{ $latest }までの間に執筆。{ $reason }
ledger-source-unknown = 著者不明：{ $title }（{ $container }、{ $published }）。{ $earliest }から{ $latest }までの間に執筆。{ $reason }
ledger-note = 注
ledger-section = 節
ledger-cites = 引用元
ledger-record-or-why = 記録、または記録がない理由
ledger-remark = 備考
ledger-claims = 報道についての主張
ledger-dates = 日付
ledger-dates-as-cited = 日付はすべて出典に引かれたとおりである。
ledger-dates-changed = 訂正された日付、疑いの残る日付
ledger-record = 記録
ledger-status = 状態
ledger-cited = 出典での日付
ledger-published = 現在の推定
ledger-why = 理由
ledger-status-of =
    { $status ->
        [resolved] 訂正済み
       *[uncertain] 不確実
    }
