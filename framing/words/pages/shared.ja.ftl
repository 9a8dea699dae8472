# What the sections say that overview and dossiers share.

shared-ground = 、{ $ground ->
        [inferred] 推定した値も含む
       *[attributed] 記事に帰された値のみ
    }
shared-own-name = { $name }（{ $own }）
shared-separator = ；
shared-between-names = 、
shared-reading = フレームと立場
shared-refused = ここに示せる数値はない：{ $refusal }
shared-share-of = { $share }（{ $n }件中{ $hits }件）
shared-share-indicative = { $share }（{ $n }件中{ $hits }件、参考値）

## What is covered

shared-coverage = 収録範囲と空白
shared-coverage-full =
    { $every ->
        [month] 媒体・月別
        [quarter] 媒体・四半期別
        [half] 媒体・半年別
       *[year] 媒体・年別
    }の全{ $cells }区分に記事がある。
shared-coverage-one =
    { $every ->
        [month] 媒体・月別
        [quarter] 媒体・四半期別
        [half] 媒体・半年別
       *[year] 媒体・年別
    }の{ $cells }区分のうち{ $held }区分に記事がある。残る{ $empty }区分は{ $state ->
        [covered] 記事がある
        [silent] 検索したが記事がない
        [not_published] 休刊日にあたる
        [not_entered] 検索で見つかった記事が未入力である
       *[not_searched] 検索していない
    }。
shared-coverage-states =
    { $every ->
        [month] 媒体・月別
        [quarter] 媒体・四半期別
        [half] 媒体・半年別
       *[year] 媒体・年別
    }の{ $cells }区分のうち{ $held }区分に記事がある。残る{ $empty }区分の内訳：{ $states }。
shared-coverage-state =
    { $state ->
        [covered] 記事あり
        [silent] 検索したが記事なし
        [not_published] 休刊日
        [not_entered] 検索で見つかったが未入力
       *[not_searched] 未検索
    }{ $cells }
shared-state =
    { $state ->
        [covered] 記事あり
        [silent] 検索したが記事なし
        [not_published] 休刊日
        [not_entered] 検索で見つかったが未入力
       *[not_searched] 未検索
    }

## Frames

shared-timeline = いつ何が報じられたか
shared-frames = フレーム
shared-frame = フレーム
shared-primary = 主フレーム
shared-share = 割合
shared-any = 主・副合計
shared-counted = 対象は記事{ $articles }件。
shared-counted-together = 対象は記事{ $articles }件（共通の記述を1件と数えると{ $descriptions }件）。
shared-roles = 主フレームとは、それがなければ記事の要点が失われるフレームをいう。「主・副合計」は副フレームも数えるため、合計は記事数と一致しないことがある。
shared-shares-of-articles = 割合は収録記事に占める割合で、共通の記述は1件と数える。
shared-shares-of-list = 割合は、記事を抽出したもとの一覧に占める割合で（「9.8件中4.2件」は同じ重みの記事に換算した値）、共通の記述は1件と数える。
shared-absent = ここの記事に一度も現れないフレーム：{ $frames }。これらの新聞全般については何も言えない。
shared-frame-by-outlet = 各紙は何を強調したか
shared-over-time = フレームの推移
shared-cut = 「{ $event }」（{ $date }）の前と後の主フレーム。割合では共通の記述を1件と数える。
shared-cut-before = 以前（{ $articles }件中）
shared-cut-after = 以後（{ $articles }件中）
shared-cooccurrence = ともに現れるフレーム

## Events

shared-events = 記事のある出来事とない出来事
shared-no-event = 出来事の一覧にある出来事を扱った記事はない。
shared-uncovered = 一覧にある出来事のうち、ここに記事がないのは{ $events }件（{ $states }）：{ $names }。
shared-uncovered-here = 研究内の他の媒体には記事があり、この媒体にはない出来事は{ $events }件（{ $states }）：{ $names }。
shared-uncovered-state =
    { $state ->
        [covered] 記事あり
        [silent] 検索したが記事なし
        [not_published] 休刊日
        [not_entered] 検索で見つかったが未入力
       *[not_searched] 未検索
    }{ $events }件
shared-absent-frame = 「{ $frame }」
