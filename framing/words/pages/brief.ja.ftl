# "In brief": the first section of every page. Each message is one sentence; findings first, then what they rest on, then limits.

brief = 要旨
between-sentences = { "" }

## What leads

brief-leading-counts =
    { $many ->
       *[other] コーディング済みの記事{ $of }件のうち、最も多い<frames>主フレーム</frames>（記事の要となるフレーム次元）は{ $named }である。
    }
brief-leading-all =
    { $of ->
        [1] コーディング済みの記事{ $of }件の<frames>主フレーム</frames>は「{ $frame }」である。
        [2] コーディング済みの記事{ $of }件の<frames>主フレーム</frames>は、どちらも「{ $frame }」である。
       *[other] コーディング済みの記事{ $of }件の<frames>主フレーム</frames>は、すべて「{ $frame }」である。
    }
brief-leading-shares =
    { $many ->
       *[other] コーディング済みの記事{ $of }件のうち、最も多い<frames>主フレーム</frames>（記事の要となるフレーム次元）は{ $named }である（［ ］内は95%区間）。
    }
brief-leading-none = 特に多い<frames>主フレーム</frames>はなく、コーディング済みの記事{ $of }件の主フレームは{ $different }種類に分かれる。
brief-count = 「{ $frame }」（{ $articles }件）
brief-share = 「{ $frame }」（{ $share }［{ $low }; { $high }］）
brief-nothing-coded = この範囲の記事はまだ一件もコーディングされていないため、フレームについては何も言えない（必要なもの：コーディング）。
brief-paper-nothing-coded = { $paper }の記事はまだ一件もコーディングされていないため、そのフレームについては何も言えない（必要なもの：記事のコーディング）。

## Two sides

brief-side = { $papers }（{ $country }）
brief-side-counted = { $country }の{ $papers }紙
brief-differences = 同じ出来事{ $events }件について、{ $one }{ $papers ->
       *[other] の
    }<frames>主フレーム</frames>の割合は、{ $other }と比べて{ $clauses }（95%区間、この比較の検定{ $tests }件すべてに対する補正後）。
brief-more = 「{ $frame }」で{ $apart }ポイント高い［{ $low }; { $high }］
brief-less = 「{ $frame }」で{ $apart }ポイント低い［{ $low }; { $high }］
brief-differences-too = { $named }の<frames>差</frames>も補正後に残る。
brief-others-within = 残る{ $others }フレームでは補正後に残る差がなく、95%区間は0から{ $within }ポイント以内に収まる。
brief-none-stands = 同じ出来事{ $events }件について、{ $one }と{ $other }のあいだには、この比較の検定{ $tests }件すべてに対する補正後に残る<frames>主フレームの差</frames>がない。
brief-none-stands-within = 同じ出来事{ $events }件について、{ $one }と{ $other }のあいだには、この比較の検定{ $tests }件すべてに対する補正後に残る<frames>主フレームの差</frames>がない（95%区間からみて、差があっても{ $within }ポイントまで）。
brief-doubtful = 同じ出来事{ $events }件について、{ $one }と{ $other }のあいだには、この比較の検定{ $tests }件すべてに対する補正後も<frames>主フレーム</frames>{ $named }に差があるが、結論とはしない（理由：{ $why }）。
brief-doubtful-too = { $named }の差も補正後に残るが、結論とはしない（理由：{ $why }）。
brief-doubt-unclear = 出来事による違いが大きく、区間が0を含む
brief-doubt-no-difference = 区間が「差なし」の値を含む
brief-doubt-few = まとめて記述された記事を1件と数えると、一方の側の記事が{ $enough }件に満たない
brief-doubt-no-interval = 区間を求めるには出来事が少なすぎる
brief-doubt-stamped = コーダー間の一致が足りない
brief-doubt-overturned = コーディングの誤りだけでも生じうる差である
brief-doubt-of = { $why }（{ $named }）
brief-scales = <positions>立場</positions>に差があり、{ $one }{ $papers ->
       *[other] は
    }{ $scales }。
brief-scale-higher = { $scale }で高い
brief-scale-lower = { $scale }で低い
brief-scale-more = { $scale }で多い
brief-scale-less = { $scale }で少ない
brief-expressed = <positions>立場を示す頻度</positions>にも差があり、{ $one }{ $papers ->
       *[other] は
    }{ $scales }。
brief-scales-doubtful = { $named }の<positions>差</positions>は補正後も残るが、結論とはしない（理由：{ $why }）。
brief-no-common = この研究には、{ $one }と{ $other }の<events>双方の記事がある出来事</events>がないため、フレームを比較できない（必要なもの：同じ出来事についての双方の記事）。
brief-nothing-compared = { $one }と{ $other }は比較できない（必要なもの：双方のコーディング済みの記事）。
brief-too-few = ここにある記事は{ $one }が{ $a }件、{ $other }が{ $b }件で、比較するには少なすぎる（必要なもの：一つの出来事について各{ $side }件以上）。
brief-no-common-part = { $one }の記事{ $a }件と{ $other }の記事{ $b }件は、この出来事に含まれる別々の出来事についてのものなので比較できない（必要なもの：一つの出来事について各{ $side }件以上）。
brief-untested = { $one }（{ $a }件）と{ $other }（{ $b }件）の記事は<frames>並べて示す</frames>が、記事の選ばれ方のため検定はしない（必要なもの：明示された検索で見つかるすべての記事）。
brief-unattainable = { $one }（{ $a }件）と{ $other }（{ $b }件）の記事は<frames>並べて示す</frames>が、これほど少ない記事では差を示せないため検定はしない（必要なもの：同じ出来事についての双方の記事をさらに）。
brief-rests-compared = もとになったのは、前者の記事{ $a }件と後者の記事{ $b }件、出来事{ $events }件である。
brief-alpha = 主フレームのクリッペンドルフのαは、どの言語でも{ NUMBER($alpha, minimumFractionDigits: 2, maximumFractionDigits: 2) }以上である（<reliability>95%区間の下限</reliability>）。

## Turns of papers

brief-turns = { $event }（{ $day }）を境に、{ $clauses }（95%区間、変化の検定{ $tests }件すべてに対する補正後）。
brief-paper-turns = { $event }（{ $day }）を境に、{ $paper }の主フレームの割合は、以前と比べて{ $clauses }（95%区間、変化の検定{ $tests }件すべてに対する補正後）。
brief-turn-more = { $paper }では「{ $frame }」の割合が{ $apart }ポイント上がった［{ $low }; { $high }］
brief-turn-less = { $paper }では「{ $frame }」の割合が{ $apart }ポイント下がった［{ $low }; { $high }］
brief-no-turns = { $event }（{ $day }）の前後で、変化の検定{ $tests }件すべてに対する補正後に残る各紙の主フレームの変化はない。
brief-no-turn = { $event }（{ $day }）の前後で、変化の検定{ $tests }件すべてに対する補正後に残る{ $paper }の主フレームの変化はない。

## An event

brief-event =
    { $articles ->
        [1] <covered>この出来事を扱った記事</covered>は{ $papers }紙の{ $articles }件で、{ $day }の{ $paper }である。
       *[other] <covered>この出来事を扱った記事</covered>は{ $papers }紙の{ $articles }件で、最初は{ $day }の{ $paper }である。
    }
brief-event-undated = <covered>この出来事を扱った記事</covered>は{ $papers }紙の{ $articles }件で、日付は分かっていない。
brief-silent =
    { $many ->
       *[other] { $papers }は検索したが、<covered>記事がなかった</covered>。
    }
brief-unsearched =
    { $many ->
       *[other] { $papers }は<covered>検索していない</covered>ため、報じなかったかどうかは分からない。
    }

## What it rests on

brief-rests =
    { $days ->
        [0] もとになったのは{ $papers }紙の記事{ $articles }件（{ $first }{ $together }）である。
       *[other] もとになったのは{ $papers }紙の記事{ $articles }件（{ $first }～{ $last }{ $together }）である。
    }
brief-rests-undated = もとになったのは{ $papers }紙の記事{ $articles }件（日付は不明{ $together }）である。
brief-together = 、まとめて記述された記事を1件と数えると{ $n }件
brief-how =
    { $articles ->
       *[other] 記事の性質：{ $how }。
    }
brief-read =
    { $part ->
        [0] 新聞記事そのものに基づく
       *[other] { $every ->
            [yes] 見出しなど一部しか知られていない
           *[no] 新聞記事そのものに基づく（うち{ $part }件は一部のみ）
        }
    }
brief-described = 別の著者の記述を通じてのみ知られる
brief-some-described = うち{ $described }件は他者の記述を通じてのみ知られる
brief-census = 検索で見つかったすべての記事
brief-probability = 無作為標本
brief-purposive = 論旨を示すために選ばれたもの
brief-undeclared = 選び方が示されていない
brief-simulated = プログラムが作った架空のもの
brief-people =
    { $people ->
        [1] コーダーは1人
       *[other] コーダーは{ $people }人（{ $once ->
            [0] 全記事
           *[other] { $twice }件
        }を2人以上が独立にコーディング）
    }
brief-machines =
    { $machines ->
        [1] 言語モデル1つがコーディング
       *[other] 言語モデルを{ $machines }回用いてコーディング（{ $once ->
            [0] 全記事
           *[other] { $twice }件
        }を2回以上）
    }
brief-simulated-coders = 架空のコーダー{ $machines }人がコーディング

## What may not be concluded

brief-limit-simulated = この研究は模擬データによるもので、<limits>実在の新聞については何も述べていない</limits>。
brief-limit-purposive = 記事は選ばれたものなので、<limits>新聞の報じ方については何も言えない</limits>（必要なもの：明示された検索で見つかるすべての記事、または無作為標本）。
brief-limit-undeclared = 記事の見つけ方が示されていないので、<limits>新聞の報じ方については何も言えない</limits>（必要なもの：明示された検索で見つかるすべての記事、または無作為標本）。
brief-limit-few = 記事{ $articles }件から言えるのは、そうした記事があるということだけで、<limits>どれほど多いかは言えない</limits>。
brief-limit-described = 記事そのものは誰も読んでいないため、<limits>言葉づかい、論調、扱いの大きさ</limits>は分からない。
brief-limit-one-coder = 記事を読んだコーダーは1人だけなので、<limits>信頼性については何も分からない</limits>。
brief-limit-machine = コーディングしたのは言語モデルで、<limits>人との一致</limits>は測られていない。
brief-limit-one-paper = { $paper }は1紙だけで一方の側をなす。違いが国によるのか、所有者によるのか、その新聞自体によるのかは分からない。
brief-limit-papers = 差は、ここにある記事とその新聞についてのものであり、他の新聞にもあるかどうかは分からない。
brief-limit-papers-hold = 差は、両者のあいだで<papers>新聞ごと</papers>入れ替える検定でも残るが、その原因は分からない。
brief-limit-papers-do-not = 両者のあいだで<papers>新聞ごと</papers>入れ替える検定では差が残らず、他の新聞については何も言えない。
brief-limit-readings = 両者は同じ記事を2人のコーダーが読んだものなので、差はコーダーの差であり、新聞については何も語らない。

## Questions, reliability, records, ledger, handbook

brief-questions = 問い{ $questions }件のうち、<verdicts>{ $answered }件に答えられ</verdicts>、{ $illustrated }件は例を示すにとどまり、{ $refused }件には答えられない。
brief-bearing = コーディング済みの記事{ $of }件のうち{ $bearing }件が、少なくとも一つの問いにかかわる。
brief-answered = 「答えられる」とは、この研究の中で割合を出せるだけの記事があるか、主張の当否を決める記事があるという意味で、新聞全般について分かったという意味ではない。
brief-no-reliability =
    { $coders ->
        [1] コーダーが1人なので、信頼性については何も言えない（必要なもの：もう1人による独立のコーディング）。
       *[other] 信頼性については何も言えない（必要なもの：2人が独立にコーディングした記事）。
    }
brief-coders =
    { $machines ->
        [0] { $people }人が
       *[other] { $people ->
            [0] 言語モデルを{ $machines }回用いて
           *[other] { $people }人と言語モデル{ $machines }つが
        }
    }記事{ $articles }件を<coefficients>独立に</coefficients>コーディングした。
brief-coders-simulated = 架空のコーダー{ $machines }人が記事{ $articles }件を<coefficients>独立に</coefficients>コーディングした。
brief-primary = 主フレームのクリッペンドルフのαは{ NUMBER($alpha, minimumFractionDigits: 2, maximumFractionDigits: 2) }である（95%区間 { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) }～{ NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }）。
brief-judged = 判定{ $judgements }件のうちαを推定できるのは{ $estimable }件で、区間の下限が0.800に達するのは{ $rely }件、0.667に達するのは{ $tentative }件である。
brief-stability = 言語モデルどうしの一致は、その一貫性を示すだけで、人と一致することや、コーディングが正しいことは示さない。
brief-stability-simulated = 架空のコーダーどうしの一致は、プログラムが誤りをどれほど混ぜたかを示すだけで、人については何も示さない。
brief-agreement = 一致は、コードブックを同じように適用できることを示すが、コーディングが正しいことは示さない。
brief-no-records = この研究にはまだ記事がない。
brief-cards = 各<cards>カード</cards>には、何が掲載されたか、どう読まれたか、その読みを何が支えるかを示す。
brief-no-source = この研究は文献を介さず、記事を直接読んでいる。
brief-ledger = この研究は{ $sources }点の文献とその<ledger>注</ledger>{ $notes }件により、うち{ $used }件の注が記事{ $articles }件を示している。
brief-ledger-empty = この研究は{ $sources }点の文献によるが、その<ledger>注</ledger>は記録されていない。
brief-dates =
    { $dates ->
        [0] 日付はすべて文献に記されたとおりである。
       *[other] 記事{ $dates }件の<corrections>日付</corrections>は訂正されたか、疑いが残る。
    }
brief-claims = 報道についての主張{ $claims }件を記録している。
brief-handbook = コードブックの版 { $edition } は、フレーム{ $frames }種と、ほかの判定{ $variables }件を求める。
brief-handbook-use = この報告書のすべての数値の意味は、ここに定められている。
