# What else could have made a difference: other choices of the analyst, and the errors of coders.

robustness-title = 分析条件を変えた場合の結果
robustness-summary = 判定規則、日付、期間を変えた場合
robustness-parts = すべての出来事についての主張は、それを比べるページで、判定規則、日付、期間を変えて確かめてある。`{ $command }` を実行すれば、この主張も確かめられる。
robustness-no-claim = 差があるとは主張していない（このページの族でq = { $q }）ので、判定規則、日付、期間を変えて確かめるべき主張がない。`{ $command }` を実行すれば、この場合も確かめられる。
robustness-claim =
    { $silent ->
       *[other] 主張：両者の主フレームには差がある（ここにある新聞と記事について）。数値の得られる条件の組み合わせ{ $given }通りのうち、{ $agree }通りがこれと一致する（pが.05以下）。ほか{ $silent }通りでは数値が得られない。件数の変わらない組み合わせは重ねて数えない。
    }
robustness-choice = { $choice ->
        [reading] 判定規則
        [ground] 根拠
        [basis] 日付の規則
        [bundles] 共通の記述
        [voices] 論者
        [window] 期間
       *[role] フレーム
    }：{ $option }
robustness-of = { $given }通り中{ $agree }
robustness-choices-caption = それぞれの条件について、他の条件をすべて変えたもの。「異なる」が0のものは、件数が変わらないため他の条件の行で数えている。
robustness-head-choice = 条件
robustness-head-agree = 一致
robustness-head-distinct = 異なる
robustness-head-difference = 差

robustness-error = コーダーの誤りを除いても差は残るか
robustness-error-summary = コーダーの誤りを除いた差
robustness-nothing-found = 差は見つからなかったため、コーディングの誤りを除いても変わる結論はない。
robustness-outlasting = 
    見つかった差{ $found }件のうち、最悪の場合でもコーディングの誤りに耐えるものは{ $yes }件{ $worst ->
        [0] { "" }
       *[other] 、最悪の場合には耐えないもの{ $worst }件
    }{ $no ->
        [0] { "" }
       *[other] 、耐えないもの{ $no }件
    }{ $unknown ->
        [0] { "" }
       *[other] 、分からないもの{ $unknown }件
    }である。
robustness-error-caption = 単位はポイント（前者から後者を引いたもの、95%区間つき）。補正後：行列法による。逆転の倍率：最悪の場合に、誤りが何倍あれば差が覆るか。「残る」は、補正後の区間が0を含まず、どの場合にも誤りだけで差が生じることがないという意味。
robustness-head-corrected = 補正後
robustness-head-one-side = 一方のみ誤り
robustness-head-worst = 最悪の場合
robustness-head-tips = 逆転の倍率
robustness-head-outlasts = 差は残るか
robustness-outlasts =
    { $outlasts ->
        [yes] 残る
        [no] 残らない
        [not-in-the-worst-case] 最悪の場合は残らない
       *[not-known] 分からない
    }
robustness-unknown = 2回コーディングされた記事のうちこのフレームとされたものが{ $least }件に満たず、分からないもの：{ $frames }。
robustness-basis =
    { $whose ->
        [sides] 取り違えの傾向は、2回コーディングされた記事（{ $a }件と{ $b }件）から、両者それぞれについて求めた。
        [languages] 一方の側では2回コーディングされた記事が少なすぎるため、それぞれの言語の記事（{ $a }件と{ $b }件）から取り違えの傾向を求めた。
       *[all] 2回コーディングされたこの研究の記事{ $a }件を両者に用い、取り違えの傾向は等しいと仮定した。
    }
robustness-errors = { $basis }これによれば、前者の記事の{ $first }%、後者の記事の{ $second }%に、本来とは異なる主フレームが付けられている（裁定済みの記録は正しいものとみなす）。誤りが両者で同じであっても、差を隠すだけでなく、差を生むこともある。一方に多いフレームが、第三のフレームと取り違えられうるからである。補正後の差は、この誤りを除いたものである。さらに悪い場合を二つ考える。一方の側だけに誤りがある場合と、あるフレームについての誤りが、両者で逆の向きにそろっている場合である。
