# The page of one event.

event-event = 出来事
event-covered = 各媒体の記事
event-articles = 記事
event-named = この出来事にも触れた記事
event-claims = 報道と見通しについて出典が述べていること

## What happened

event-kind = { $kind }、{ $date }。
event-status =
    { $status ->
        [happened] 実際に起きた。
        [planned] 計画された。
        [unrealised] 計画されたが、実現しなかった。
        [background] 研究の対象期間より前に起き、記事が振り返っている。
        [withdrawn] 現在の出来事の一覧にはなく、以前のコーディングにのみ現れる。
       *[umbrella] 下に挙げる出来事をまとめたもの。
    }
event-actors = 当事者：{ $actors }。
event-date =
    { $certainty ->
        [checked] 日付は公刊された資料で確認した
        [general_knowledge] 日付は一般に知られているとおりだが、資料では確認していない
        [unchecked] 日付は引用元の文献にのみ示されている
       *[corrected] 日付は訂正した（引用元の文献が誤っている）
    }（{ $source }）。
event-date-unstated = 
    { $certainty ->
        [checked] 日付は公刊された資料で確認したが、その資料は示されていない
        [general_knowledge] 日付は一般に知られているとおりだが、資料では確認していない
        [corrected] 日付は訂正したが、出典は示されていない
       *[unchecked] 日付は出典なしで入力され、確認していない
    }。
event-also-told =
    { $many ->
       *[other] 引用元の文献は、{ $sections }の節でもこの出来事に触れている。
    }
event-part-of = 上位の出来事：{ $event }。
event-parts = 含まれる出来事：
event-part = { $event }（{ $date }）
event-compared = <page>この出来事についての比較：{ $pair }</page>
event-compared-over = この出来事そのものについては、双方の記事がそろわない。<page>「{ $event }」についての比較：{ $pair }</page>

## Tables

event-covered-note = この出来事と、そこに含まれる出来事についての記事。
event-named-note = 別の出来事を主題とし、この出来事（またはその一部）にも触れた記事。主題とする出来事で数え、ここでは数えない。触れただけの出来事は、収録範囲にも比較にも含めない。
event-timing-note = 出来事から記事までの日数（各紙の現地の暦日による。同じ日のうちの前後は分からない）。出来事・関係・日数が同じ記事は一行にまとめた。かっこ内は、日付が一日に定まらないか数日にわたる場合にありうる範囲。
event-head-outlet = 媒体
event-head-count = 記事数
event-head-first = 最初の記事
event-head-state = 状態
event-head-record = 記録
event-head-records = 記録
event-head-names = 触れている出来事
event-head-about = 主題の出来事
event-head-event = 出来事
event-head-relation = 出来事との関係
event-head-days = 経過日数
event-relation =
    { $relation ->
        [previews] 予告
        [reports] 報道
        [comments] 論評
       *[looks_back] 回顧
    }
event-gap = { $days }（{ $earliest }～{ $latest }）
event-gap-open = { $days }（{ $earliest }以上）
