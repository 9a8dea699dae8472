# Pages that compare two sides: what their sections share, and the page of one event.

comparison-comma = 、
comparison-semicolon = ；
comparison-two = { $a }と{ $b }
comparison-from-to = { $a } → { $b }
comparison-or-more = { $least }以上
comparison-span = { $low }～{ $high }
comparison-indicative = { $number }（参考値）
comparison-share = { $share }{ $ends }（{ $n }件中{ $hits }件{ $few ->
        [yes] 、参考値
       *[no] { "" }
    }）
comparison-coder = コーダー{ $coder }
comparison-all-others = その他すべて
comparison-listing = { $side }：{ $papers }。
comparison-dated = { $kind ->
        [day] 「{ $event }」（{ $first }）
        [span] 「{ $event }」（{ $first }～{ $last }のいずれかの日）
       *[open] 「{ $event }」（{ $first }以降）
    }

## Why there is no number, and how the articles were chosen

comparison-no-number = ここでは数値を示さない。
comparison-no-difference = 差は示さない。
comparison-untested = 差の検定は行わない。
comparison-no-p = p値は示さない。
comparison-chosen = 記事の選ばれ方：{ $how }
comparison-chosen-readings = { $articles }件の記事は両者に共通である。p値が問うのは、2人のコーダーの判定の違いが偶然を超えるかどうかであり、新聞については何も語らない。
comparison-chosen-all =
    { $kind ->
        [census] { $articles }件は、検索で見つかったすべての記事である。p値は、記事をどちらの側に置くかが偶然に決まる場合を超える差かどうかを調べる。
        [probability] { $articles }件は無作為標本である。p値は、新聞どうしに差があるのか、標本だけの差なのかを調べる。
        [purposive] { $articles }件は論旨を示すために選ばれたもので、p値は新聞について何も語らない。
        [unfinished] { $articles }件は無作為に抽出したものだが、抽出した記事をまだすべては読んでいない。読み終えるまで、p値が新聞について何を意味するかは分からない。
       *[undeclared] { $articles }件は選び方が示されておらず、p値が新聞について何を意味するかは分からない。
    }
comparison-chosen-ways = 全{ $articles }件のうち、{ $ways }。
comparison-chosen-way =
    { $kind ->
        [census] { $articles }件は検索で見つかったすべての記事（p値は、記事をどちらの側に置くかが偶然に決まる場合を超える差かどうかを調べる）
        [probability] { $articles }件は無作為標本（p値は、新聞どうしに差があるのか、標本だけの差なのかを調べる）
        [purposive] { $articles }件は論旨を示すために選ばれたもの（p値は新聞について何も語らない）
        [unfinished] { $articles }件は無作為に抽出したが、まだすべては読んでいないもの（読み終えるまで、p値の意味は分からない）
       *[undeclared] { $articles }件は選び方が示されていないもの（p値が新聞について何を意味するかは分からない）
    }
comparison-untested-readings = { $articles }件の記事は両者に共通である。違いは2人のコーダーの判定の違いであり、新聞については何も語らない。
comparison-untested-all = 
    { $kind ->
        [census] { $articles }件は、検索で見つかったすべての記事である。
        [probability] { $articles }件は、無作為標本である。
        [purposive] { $articles }件は、論旨を示すために選ばれたもので、新聞の書き方については何も語らないものである。
        [unfinished] { $articles }件は、無作為に抽出したが、まだすべては読んでいないものである。
       *[undeclared] { $articles }件は、選び方が示されておらず、新聞について何を意味するか分からないものである。
    }
comparison-untested-way = 
    { $kind ->
        [census] { $articles }件は検索で見つかったすべての記事
        [probability] { $articles }件は無作為標本
        [purposive] { $articles }件は論旨を示すために選ばれたもので、新聞の書き方については何も語らないもの
        [unfinished] { $articles }件は無作為に抽出したが、まだすべては読んでいないもの
       *[undeclared] { $articles }件は選び方が示されておらず、新聞について何を意味するか分からないもの
    }
comparison-chosen-alike = 抽出確率は{ NUMBER($lowest, maximumSignificantDigits: 3) }から{ NUMBER($highest, maximumSignificantDigits: 3) }までだが、差がごくわずかであるか、差のある記事がごく少ないため、比較ではどの記事も同じ重みで数える。
comparison-on-request = これを標本として扱うのは、そう指定したからにすぎない。

## Frames

comparison-frames = 主フレーム
comparison-numbers = フレームごとの件数、割合、p、q
comparison-head-frame = フレーム
comparison-head-share = 割合（重み付きn）
comparison-head-difference = 差（ポイント）
comparison-head-p = p（記事）
comparison-head-reliability = 信頼性
comparison-test =
    そもそも両者の主フレームに差はあるか。{ $events ->
        [1] その出来事の中で記事を入れ替える
       *[other] { $events }件の出来事それぞれの中で記事を入れ替える
    }並べ替え検定：{ $p }（{ $exact ->
        [yes] 全通りを数え上げた
       *[no] { $tables }通りを抽出した
    }。これらの記事から得られうる最小のp値は{ $smallest }。記事または共通の記述{ $a }件と{ $b }件）。このp値が語るのは、{ $about ->
        [articles] ここにある新聞と記事について
       *[readings] これらの記事についての2人の判定について
    }である。
comparison-share-caption =
    件数は記事の数。割合では、同じ側の記事が一つの記述を共有していれば1件と数える。{ $by ->
        [events] 95%区間は、記事ではなく出来事を独立とみなす
        [articles] 95%区間は記事を独立とみなす（ウィルソン法、差はニューカム法）
       *[none] 区間は示さない
    }。差は、前者から後者を引いたもので、出来事の中で比べている。pとqが語るのは、{ $about ->
        [articles] ここにある新聞と記事について
       *[readings] これらの記事についての2人の判定について
    }である。qは、m = { $tests }件の検定すべてに対してpを補正した値で、qが.05以下のもののうち、偶然によるものは多くて5%と見込まれる（BH：ベンジャミニ＝ホッホベルク法、BY：検定どうしがどう関連していても成り立つベンジャミニ＝イェクティエリ法）。α：偶然を除いたコーダー間の一致度（クリッペンドルフのα）の区間の下限。.80以上なら信頼でき、.667以上なら暫定的に使える。
comparison-stamp = αは{ $low }以上
comparison-stamp-weak = αの下限は{ $low }：信頼性不足
comparison-stamp-unknown = 推定できない

## How far apart

comparison-distance = どれほど離れているか
comparison-distance-summary = 偶然と比べた隔たりと対数オッズ比
comparison-distance-told = 
    { $measure }は{ $observed }で、{ $beyond ->
        [yes] 偶然を超える
       *[no] 偶然だけでもこの程度になる
    }（並べ替えの95%は{ $chance }を下回る）。
comparison-log-odds = 対数オッズ比（後者に対する前者）。記事{ $prior }件分の情報を持つディリクレ事前分布を用いた。最後の列は、事前分布を{ $priors }件分としたもの。
comparison-head-log-odds = 対数オッズ比［95%］
comparison-head-priors = 他の事前分布

## Positions

comparison-positions = 立場
comparison-positions-numbers = 尺度ごとの中央値、優越確率、p
comparison-head-scale = 尺度
comparison-head-medians = 中央値
comparison-head-superiority = 優越確率［95%］
comparison-positions-caption = 件数は、双方の記事が立場を示している出来事についての、立場を示した記事の数。優越確率：同じ出来事について、前者の記事の値が後者の記事より高い確率（.50なら差がない）で、pはこれを検定したもの。中央値は参考として示し、検定していない。
comparison-no-scale = コードブックに順序尺度の変数がない。
comparison-higher = { $one }が{ $other }より高いもの：{ $scales }。
comparison-unclear = はっきりしないもの：{ $scales }。ここにある記事では偶然を超える差だが、区間が.50（差なし）を含む。
comparison-apart = { $scale }（優越確率{ $superiority }）
comparison-superiority = 優越確率：同じ出来事について、{ $one }の記事の値が{ $other }の記事より高い確率（.50なら差がない）。
comparison-same = 示された立場そのものには、補正後に差が見つからなかったもの：{ $scales }。

## Who takes a position

comparison-expressed-caption = 割合は、立場を示しているかどうかが分かる記事n件に占めるもので、両者が各出来事を同じだけ報じたものとして計算した。差には95%区間を付す。不明：立場を示したかどうか分からない記事の数（前者と後者。共通の記述は1件と数える）。最悪の場合の差：不明の記事が一方の側でのみ立場を示していたとき。最悪の場合の優越確率：立場のない記事がすべて、一方の側では尺度の一端に、他方の側では他端にあったとき。該当しない記事は除いた。
comparison-head-expressed = 立場を示しているか
comparison-head-unseen = 不明
comparison-head-worst = 最悪の場合の差
comparison-head-worst-superiority = 最悪の場合の優越確率
comparison-expressed-n = { $share }（n = { $n }）
comparison-expressed-differs = そもそも立場を示す頻度が両者で異なる（ポイント）：{ $scales }。比べているのは立場を示した記事どうしなので、誰が立場を示すかによって差が生じているかもしれない。最悪の場合の値は、残りの記事について何も仮定していない。

## Every test

comparison-family = 一つの族としてのすべての検定
comparison-family-summary =
    { $tests ->
       *[other] まとめて補正する{ $tests }件の検定と、それぞれのp、q
    }
comparison-family-told = 
    検定{ $tests }件のうち、{ $found ->
        [0] 補正後に残るものはない。
       *[other] 補正後に残るのは{ $found }件：{ $named }。
    }
comparison-family-caption = 検定はm = { $tests }件。「差あり」はq（ベンジャミニ＝ホッホベルク法）が.05以下のもの。p値が語るのは、いずれも{ $about ->
        [articles] ここにある新聞と記事について
       *[readings] これらの記事についての2人の判定について
    }である。
comparison-head-test = 検定
comparison-found = 差あり
comparison-test-primary = 主フレーム全体
comparison-test-superiority = { $scale }：優越確率
comparison-test-expressed = { $scale }：立場の有無
comparison-methods-summary = 論文に転記できる段落

## One event

comparison-covered = 報じた新聞
comparison-articles = 記事
comparison-articles-summary = すべての記事（日付順）
comparison-aligned = 日付順の対照
comparison-all-events = すべての出来事：{ $one }と{ $other }
comparison-level =
    { $level ->
        [own] この出来事そのものについて、双方に記事がある。
        [umbrella] この出来事については、双方の記事がそろわない。両者はこれを含む出来事「{ $event }」のもとで出会う。その部分を下に示す。
       *[parts] 両者が出会うのは、この大きな出来事の水準である。どちらにもその部分についての記事がある。{ $shared ->
            [0] 双方の記事がそろう部分はない。
           *[other] 双方の記事がそろう部分は{ $shared }件である。
        }
    }
comparison-parts = 記事のある部分と、それについての各側の記事。
comparison-head-part = 部分
comparison-head-date = 日付
comparison-coverage =
    { $narrowed ->
        [yes] この出来事とその部分についての記事（期間や論者の指定にかかわらず）。
       *[no] この出来事とその部分についての記事。
    }日数は、出来事から最初の記事までを各紙の現地の暦日で数えたもの（時差により1日までずれる）。「報道なし」は検索しても見つからなかったという意味で、検索していないのとは異なる。
comparison-head-outlet = 新聞
comparison-head-side = 側
comparison-head-articles = 記事
comparison-head-first = 最初の記事
comparison-head-days = 出来事からの日数
comparison-head-state = 状況
comparison-state =
    { $state ->
        [covered] 報道あり
        [silent] 報道なし（検索したが見つからず）
        [not_published] 当日は発行なし
        [not_entered] 検索で見つかったが未入力
       *[not_searched] 検索していない
    }
comparison-undated = 日付なし
comparison-card-links = 各記事からそのカードに移動できる。
comparison-head-day = 日付
comparison-head-from-own = その出来事からの日数
comparison-summary = { $paper }：{ $frame }
comparison-score = { $scale }：{ $value }

## Closest pairs of different events

comparison-nearest = 別々の出来事のうち最も近い組
comparison-nearest-summary =
    { $pairs ->
       *[other] 一方ずつが報じた出来事の組：{ $pairs }組
    }
comparison-nearest-caption = 一方ずつが報じた、別々の出来事の組。同じ大きな出来事に属するものを先に示す。出来事の間隔：出来事どうしの日数（日付が分かっている範囲で）。記事の間隔：最も近い記事どうしの日数。
comparison-head-by-first = { $side }が報じたもの
comparison-head-by-second = { $side }が報じたもの
comparison-head-days-apart = 出来事の間隔（日）
comparison-head-articles-apart = 記事の間隔（日）
comparison-head-umbrella = 双方を含む出来事
comparison-none = なし
comparison-day = { $day }
