# Figures: what stands under them, and their numbers as tables.

figures-caption = { $what }{ $known }。
figures-articles =
    N = { $articles }件{ $notes ->
        [0] { "" }
       *[other] （注{ $notes }件）
    }
figures-described =
    { $every ->
        [yes] すべて
       *[no] うち{ $described }件は
    }他者の記述を通じてのみ知られる記事
figures-purposive = 論旨を示すために選ばれたもので、報道の標本ではない
figures-unfinished = 無作為に抽出したが、抽出した記事をまだすべては読んでおらず、区間は示さない
figures-probability = 無作為抽出。割合は抽出確率の逆数で重みづけ
figures-probability-alike = 無作為抽出。どの記事も同じ重みで数える
figures-undeclared = 記事の選び方は示されていない
figures-read = 判定：{ $reading }、{ $coders }
figures-read-alone = コーダー1名のもの
figures-adjudicated = 裁定のあるものは裁定、ほかは多数決、多数がなければ最初のコーダーの判定
figures-coder =
    { $many ->
        *[other] コーディングは
    }{ $kind ->
        [machine] プログラム
       *[person] 人間
    }（{ $coders }）
figures-codebook = コードブック { $edition }

## Heads and cells that several figures share

figures-head-outlet = 媒体
figures-head-event = 出来事
figures-head-date = 日付
figures-head-published = 掲載日
figures-head-day = 日付
figures-head-record = 記録
figures-head-frame = フレーム
figures-head-primary = 主フレーム
figures-head-articles = 記事数
figures-head-share = 割合
figures-head-difference = 差
figures-head-points = 差（ポイント）
figures-head-p = p
figures-of = { $n }件中{ $hits }件
figures-labelled = { $name }：{ $what }
figures-none = なし

## Coverage and events

figures-coverage =
    媒体別・{ $every ->
        [month] 月別
        [quarter] 四半期別
        [half] 半年別
       *[year] 年別
    }の収録記事数。空白は記事が0件という意味ではない。
figures-coverage-numbers = 「–」は空白を表す（理由は問わない）。
figures-events = 出来事別・媒体別の記事数。上位の出来事には、その部分についての記事も含める。
figures-head-on-it = それ自体についての記事
figures-head-with-parts = 部分も含む
figures-timeline = 日付と主フレームで見た記事。印一つが記事1件。
figures-timeline-bars = 期間ごとの記事数を主フレーム別に棒で示す。

## Frames

figures-frame-by-outlet = 各媒体の全記事のうち、それぞれを主フレームとする記事。
figures-cooccurrence = 両方のフレームをもつ記事の数（主・副を問わない）。対角線は、そのフレームをもつ記事の総数。
figures-over-time =
    主フレームと副フレームで見た記事の{ $every ->
        [month] 月ごと
        [quarter] 四半期ごと
        [half] 半年ごと
       *[year] 年ごと
    }の推移。一件ずつ示し、半数以上の{ $every ->
        [month] 月
        [quarter] 四半期
        [half] 半年
       *[year] 年
    }に5件以上の記事がある媒体または側については割合も示す。色の薄い期間にはここに記事がないが、0件という意味ではない。
figures-over-time-peers = 灰色の印は他の媒体。
figures-over-time-some = 記事の多い{ $shown }媒体を示す。ほかの{ $fewer }媒体は記事がより少ない。
figures-over-time-undated = 日付のない{ $articles }件は示していない。
figures-over-time-numbers = それを主フレームとする記事の数。「+」の後は副フレームとする記事の数。1期間に5件以上あれば割合を、示せる場合には95%区間とともに示す。割合では共通の記述を1件と数える。
figures-over-time-articles = { $group }：記事数
figures-not-read = この判定には含まれない
figures-head-group-frame = 媒体とフレーム
figures-reliability = クリッペンドルフのαと、記事を{ $draws }回再抽出して求めた95%区間（共通の記述をもつ記事はまとめて再抽出、シード { $seed }）、およびAC1。参考の媒体も含む研究内の全記事。コードブック { $edition }{ $ground }。

## Values

figures-positions = 点一つが記事1件。立場を示していない記事と、出典からは分からない記事は別の列に置いた。
figures-positions-counted = 数字は期間ごとの記事数。立場を示していない記事と、出典からは分からない記事は別の行に置いた。
figures-positions-numbers = 中央値は、立場を示した記事が5件以上ある場合に示す。
figures-head-expressed = 立場あり
figures-head-median = 中央値（範囲）
figures-head-not-expressed = 表明なし
figures-head-not-applicable = 非該当
figures-head-unknown = 不明
figures-median = { $median }（{ $low }～{ $high }）
figures-inferred = （うち推定{ $articles }件）
figures-values-numbers = 記事の数。百分率は値のある記事が{ $least }件以上の場合に、それに占める割合を示す。共通の記述は1件と数える。値のない記事は、理由別に下に示す。
figures-values-sets = { $variables }は一つの記事が複数の値をもちうるため、合計が記事数や100%を超えることがある。

## The course of coverage

figures-themes = 記事を、そのフレームごとの行に日付順で示す。四半期を囲む枠は、出典自身がその時期に与えたテーマ。記事のない期間は灰色で示すが、何も報じられなかったという意味ではない。
figures-themes-counted = 期間ごとの記事数を主フレーム次元の行に示す。四半期を囲む枠は、出典自身がその時期に与えたテーマ。記事のない期間は灰色で示すが、何も報じられなかったという意味ではない。
figures-in-role =
    { $frame }（{ $role ->
        [primary] 主
       *[secondary] 副
    }）
figures-excluded = フレーム分析から除いた記事
figures-expectations = 点一つが記事1件。横棒は、国全体、あるいはその新聞・当局・世論についての出典の主張で、記事ではなく、どの件数にも含まない。
figures-expectations-counted = 数字は期間ごとの記事数。横棒は、国全体、あるいはその新聞・当局・世論についての出典の主張で、記事ではなく、どの件数にも含まない。
figures-head-country-position = 国と立場
figures-of-country = { $country }、{ $what }
figures-answers = 日付順。複数の回答がある記事は、点も複数になる。
figures-answers-counted = 期間ごと。複数の回答がある記事は、それぞれの回答に数える。
figures-head-answer = 回答
figures-plans = 実現しなかった計画についての記事。日付と立場で示す。
figures-plans-counted = 実現しなかった計画についての記事。期間と立場で示す。
figures-head-relation = 出来事との関係
figures-head-scale = 尺度
figures-head-position = 立場

## Two sides

figures-frames = { $one }と{ $other }の主フレーム（双方が報じた出来事について）。割合と検定では、同じ側の記事が出来事の一つの記述を共有していれば1件と数える。
figures-head-within = 出来事の中での差（ポイント）
figures-chance = 両者の隔たりを、記事を入れ替えたときの隔たりと並べて示す。標本が小さいと、偶然だけでも違って見える。
figures-head-divergence = 隔たりの尺度
figures-head-observed = 観測値
figures-head-mean = 偶然による平均
figures-head-below = 95%がこれを下回る値
figures-head-shufflings = 観測値以下の並べ替え
figures-percent = { $percent }%
figures-choices = 分析条件の組合せごとに見た差の大きさ（出来事の中での割合の全変動）。
figures-days = 双方が報じたかどうかを問わず、すべての出来事を合わせたもの。出来事の{ $before }日前から{ $after }日後までの記事。
figures-head-side-days = 側と日数
figures-head-events = 出来事
figures-side-days = { $side }、{ $first }～{ $last }
figures-forest =
    { $apart ->
        [yes] 差の大きいフレーム
       *[no] 差が最も大きいフレーム
    }を、双方が報じた出来事ごとに示す。ここでは個々の出来事の検定はしない。
figures-forest-no-interval = 全出来事を合わせた区間は、この設計では求められない。
figures-squares =
    四角一つが、{ $about ->
        [event] この出来事とその部分についての記事
       *[any] いずれかの出来事についての記事
    }1件。数を数えたもので、比較ではない。

## Papers in pairs

figures-distances = 双方が報じた出来事での主フレームのジェンセン・シャノン距離を、並べ替えで生じる距離と並べて示す。
figures-distances-some = { $papers }紙のうち、数値のある組が最も多い{ $shown }紙を示す。
figures-distances-numbers = 検定はm = { $tests }件。p値が語るのは、ここにある新聞と記事についてである。
figures-head-pair = 組
figures-head-shared = 共通の出来事
figures-head-distance = 距離（偶然による値）
figures-head-p-articles = p（記事）
figures-head-without = 数値がない理由
figures-apart = 双方が報じた出来事がない
figures-without =
    { $code ->
        [purposive_sample] 記事が論旨を示すために選ばれたもの
        [undeclared_sample] 記事の選び方が示されていない
        [unfinished_sample] 抽出した記事をまだすべては読んでいない
        [unequal_probabilities] 記事ごとに抽出確率が異なる
        [too_few_articles] 記事が少なすぎる
        [unattainable_p] この記事数では十分に小さいpが得られない
       *[other] { $reason }
    }
