# What may not be concluded, and what the data can support.

limits = ここから言えないこと
limits-undeclared = 記事{ $articles }件については、どのように見つけたかが示されていない（searches.json のどの検索にも含まれず、出典にも記載がない）。これらを数える箇所では区間を示さない。
limits-unfinished = 記事{ $articles }件は無作為に抽出されたが、抽出した記事をまだすべては読んでいない。割合は重みづけしたもので、すべてを読むか、理由を示して除くまで、区間もp値も示さない。
limits-source = { $title }（{ $container }）：{ $note } このように選ばれた記事については、区間もp値も示さない。
limits-sample = 標本 { $sample }（{ $design }）：{ $listed }件の一覧から{ $articles }件を抽出（シード { $seed }）。割合はその一覧に占めるもので、各記事を抽出確率の逆数で重みづけし、区間は抽出の偶然だけを表す。件数、コーダー間の一致、共起では、どの記事も等しく数える。
limits-none-read = 記事そのものは一件も読んでおらず、他者の記述を通じて知られるだけである。言葉づかい、論調、扱いの大きさ、長さは分からない。
limits-not-read = 記事{ $articles }件はそのものを読んでおらず、他者の記述を通じて知られるだけである。言葉づかい、論調、扱いの大きさ、長さは分からない。
limits-one-coder = 記事を読んだコーダーは1人だけである。独立した2人目のコーディングがないため、信頼性については何も分からない。
limits-unsettled = 記事{ $articles }件では主フレームの判断がコーダーの間で分かれ、まだ裁定されていない。これらでは coders.json で先に並ぶコーダーの判断を採る。判定の選び方で何が変わるかは信頼性のページに示す。
limits-machines =
    { $many ->
       *[other] コーダー{ $coders }は人ではなくプログラム（{ $models }）である。人の判定との一致は測られていない。
    }
limits-simulated-coders =
    { $many ->
       *[other] コーダー{ $coders }は架空で、回答はプログラムが生成した。一致の程度は、プログラムが意図的に混ぜた誤りの量を示すにすぎない。
    }
limits-only-outlet = { $country }の媒体は{ $paper }だけである（所有形態：{ $ownership }）。他紙との違いが国によるのか、所有者によるのか、その新聞自体によるのかは、このデータからは分からない。
limits-together =
    出典は記事{ $articles }件をまとめて記述しているため、1件を{ $weight }件と数える。
limits-together-often = 出典は{ $places }か所で複数の記事をまとめて記述しており、合わせて{ $articles }件になる。同じ記述に属する記事は合わせて1件と数える。
limits-small = 記事{ $articles }件から言えるのは、何がいつ現れたかだけで、どれほど多いか、典型的か、増えているか減っているかは言えない。比較するには、同じ出来事について双方に少なくとも{ $side }件ずつの記事が必要である。

## What the data can support

limits-data = データから言えること
limits-circularity-refused = 循環性：{ $refusal }
limits-circularity = 循環性：出典はテーマ別に構成されている。記事{ $of }件のうち、主フレームが引用元の節のテーマと同じものは{ $primary }、副フレームも含めると{ $either }である。
limits-circular = { $articles }件
limits-circularity-shared = 割合では共通の記述を1件と数える。
limits-circularity-means = この割合が高いほど、フレームは新聞よりも出典を反映している可能性がある。
limits-dates =
    日付：期間は、現在確定している掲載日による。記事{ $articles }件のうち{ $moved }件は、引用された日付、または引用元の節によると、別の{ $every ->
        [month] 月
        [quarter] 四半期
        [half] 半年
       *[year] 年
    }に入る。
limits-head-record = 記録
limits-head-published = 掲載日による
limits-head-cited = 引用された日付による
limits-head-section = 引用元の節による
limits-versions = コーダーが用いたコードブックの版ごとのコーディング数。移行によって別の版に移したものを含む。
limits-head-coded-under = コーディング時の版
limits-head-now-under = 現在の版
limits-head-codings = コーディング数
limits-head-counted = ここで数えるか
limits-pooled = 数える
limits-not-pooled = 数えない（答えの意味が異なる）
limits-excluded = フレーム分析から除いた記事：{ $record }。{ $reason }
limits-circular-share = { $articles }、割合では{ $share }
