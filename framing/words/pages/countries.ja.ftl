# Two countries, or any sides, over all events; and several sides.

countries-together = すべての出来事
countries-sides = 比べている新聞
countries-readings = { $one }と{ $other }の比較：同じ記事についての2人の判定である。
countries-compared =
    { $same ->
        [yes] { $one }と{ $other }の比較：比べているのは新聞であって、国ではない。
       *[no] { $one }と{ $other }の比較：比べているのは新聞であって、国ではない。差は、国だけでなく所有者によるものかもしれない。
    }
countries-other =
    { $articles ->
       *[other] { $country }（{ $articles }件）
    }
countries-others = ここで比べていない国：{ $countries }。別の組は二つの側を（--sides { $one },{ $third }）、すべての組は三つ以上の側を（--sides { $one },{ $other },{ $third }）、一つの側とその他すべてとの比較はrestを（--sides { $one },rest）指定する。いずれも `framing compare --all --output DIR` のオプションである。

## Event by event

countries-events = 出来事ごとの比較
countries-events-readings = 双方が読んだ出来事
countries-events-tested =
    { $tests ->
       *[other] 出来事ごとの検定{ $tests }件（pとq）
    }
countries-events-untested =
    { $events ->
       *[other] 出来事{ $events }件と各側の記事（検定に足りるものはない）
    }
countries-events-caption = 出来事ごとの記事。
countries-tests-caption = 出来事ごとの主フレーム。m = { $tests }件の検定を一つの族とする。入れ替えるのは記事なので、p値が語るのはここにある新聞と記事についてである。最小のp：これだけの記事から得られうる最小の値。ダッシュ：一方の記事が{ $least }件に満たない（共通の記述は1件と数える）か、pが.05に届きえない。
countries-head-event = 出来事
countries-head-smallest = 最小のp
countries-head-distance = 隔たり（偶然の場合）
countries-umbrellas = 双方が報じた、より大きな出来事
countries-umbrellas-summary =
    { $events ->
       *[other] 双方がその部分を報じた大きな出来事{ $events }件
    }
countries-umbrellas-intro = 次の大きな出来事は双方が報じているが、取り上げた部分は異なる。
countries-umbrellas-caption = 双方がその部分を報じた大きな出来事と、それについての記事。
countries-head-umbrella = 大きな出来事
countries-every-card = すべてのカード：<page>比較：{ $event }</page>。

## Several sides

countries-outlets = { $sides }：比べているのは新聞であって、国ではない。
countries-many-title = { $sides }：{ $about }
countries-against-rest = 各側とその他すべてとの比較
countries-every-pair = すべての組の比較
countries-pair = { $one }と{ $other }
countries-pairs-untested =
    { $pairs ->
       *[other] { $pairs }組のいずれも検定できない。それぞれに必要なものを下に示す。
    }
countries-pairs =
    { $pairs ->
       *[other] { $pairs }組のうち{ $apart }組は、少なくとも一つのフレームに差がある
    }{ $kind ->
        [named] ：{ $named }。
       *[counted] 。
    }
countries-pairs-corrected = これらの組の検定{ $tests }件は、すべてまとめて補正してある。
countries-pairs-left =
    { $pairs ->
       *[other] { $pairs }組は検定できなかった。
    }
countries-no-common = 共通の出来事なし
countries-not-compared = 比較できない
countries-matrix = 検定したフレームのうち、すべての組について補正した後も差のあるもの。ポイントは、双方が報じた出来事の中で、行の側から列の側を引いたもの。
countries-list = 検定したフレームのうち、すべての組について補正した後も差のあるもの。ポイントは、双方が報じた出来事の中で、行の側からその他すべてを引いたもの。
countries-head-side = 側
countries-head-differs = その他すべてと差のあるフレーム
countries-each-frame = { $pair }：フレームごとの結果
