# The papers of a comparison: whether countries differ, each paper against its peers, and how far any two are apart.

papers-about-countries = 国について言えること
papers-title =
    { $about ->
        [countries] 国どうしに差はあるか
       *[groups] 新聞群どうしに差はあるか
    }
papers-no-p = 国やその他の新聞群についてのp値は示さない。
papers-test =
    { $about ->
        [countries] 国どうしに差はあるか。
       *[groups] 新聞群どうしに差はあるか。
    }両者のあいだで新聞を入れ替える並べ替え検定：{ $p }（{ $exact ->
        [yes] 全{ $arrangements }通り
       *[no] 抽出した{ $arrangements }通り
    }。これらの新聞から得られうる最小のp値は{ $smallest }。{ $a }紙と{ $b }紙）。
papers-caption = 同じ出来事について全紙が書いたものからの、各紙の隔たりの平均（前者から後者を引いたもの。どの新聞も同じ重み）。p（新聞）は全フレームを通じた最大の差についてのもので、これ以上の補正を要しない。
papers-head-p = p（新聞）
papers-peers = 同じ国の他紙との比較
papers-no-number = 次の新聞については数値を示さない：
papers-why = { $papers }：{ $why }
papers-why-no_peers = { $papers }：この研究ではそれぞれの国で唯一の新聞であり、もう1紙が必要である。
papers-why-too_few_events = { $papers }：その新聞と同じ国の他紙の双方に{ $articles }件以上の記事がある出来事が、{ $events }件に満たない。
papers-why-each = { $papers }（それぞれ同じ国の他紙との比較）：{ $sampled } 必要なもの：その出来事について、明示された検索で見つかるすべての記事、またはその無作為標本。
papers-head-paper = 新聞
papers-head-events = 出来事
papers-head-articles = 記事（自紙と他紙）
papers-head-largest = 最大の差（ポイント）
papers-peers-caption = 比べる相手に自紙は含まない。出来事の中で記事を入れ替えるので、p値が語るのはここにある新聞と記事についてである。検定はm = { $tests }件。
papers-distances = 新聞どうしの隔たり
papers-all-pairs = { $pairs }組すべてに数値がある。
papers-pairs =
    { $pairs ->
       *[other] { $pairs }組のうち{ $without }組には数値がない。
    }{ $why ->
        [both] うち{ $apart }組には共通の出来事がなく、{ $few }組は、双方が報じた出来事の記事が少なすぎるか、記事の選ばれ方のため数値を示せない。
        [few] この{ $few }組は、双方が報じた出来事の記事が少なすぎるか、記事の選ばれ方のため数値を示せない。
       *[apart] この{ $apart }組には共通の出来事がない。
    }
