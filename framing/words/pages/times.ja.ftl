# Two sides over time: by days from the event, and before and after the cuts of the study.

times-curve = 出来事からの日数による変化
times-thin-curve = 曲線は描かない。まとめて記述された記事を1件と数えると、どの区間でも、いずれの側の記事も{ $enough }件に達しない。必要なもの：同じ数え方で、一つの区間に一方の側の記事{ $enough }件。
times-thin-numbers = 出来事からの日数とフレーム
times-no-curve = 曲線は描かない。記事がすべて出来事から同じ日数の区間に入っているためである（たとえば、長く続く出来事の期間中）。
times-positions-summary = 出来事からの日数と立場
times-positions-caption = 立場を示した記事の数と、5件以上ある場合の中央値（中央値では共通の記述を1件と数える）。
times-scale-days = { $scale }（{ $days }）
times-head-scale-days = 尺度（日数）
times-head-median = 中央値
times-title = 節目の前後
times-no-cut = この研究では節目（その前後で紙面が変わりうる出来事）を定めていない（events.jsonに「cut」: true の出来事がない）。
times-family-summary = 前後の比べ方と、まとめて補正する検定
times-family =
    { $times ->
       *[other] この節のp値は、すべて「節目の前後」という一つの族に属する（前後の組{ $times }組についてm = { $tests }件の検定）。
    }qは、そのすべてについてのベンジャミニ＝ホッホベルク法とベンジャミニ＝イェクティエリ法による値。二つの期間のあいだで、出来事を、全紙の記事ごと丸ごと入れ替える。両期間に記事のある出来事は、その部分どうしを入れ替える。出来事のない記事は、記述を共有する記事とともに、または単独で動かす。変化は同じ新聞の中で測り、95%区間も同じ入れ替えから求めた。
times-no-number = { $side }、「{ $event }」（{ $day }）の前後：数値は示さない。
times-no-p = { $side }、「{ $event }」（{ $day }）の前後：p値は示さない。
times-changed = { $side }、「{ $event }」（{ $day }）の前後で変化したもの（ポイント差［95%区間］）：{ $frames }。
times-unchanged = { $side }、「{ $event }」（{ $day }）の前後：補正後に残るフレームの変化は見つからなかった。
times-numbers = 前後の数値
times-together =
    全フレームをまとめた結果：{ $p }、qは{ $bh }（BH）と{ $by }（BY）。{ $exact ->
        [yes] 全通りを数え上げた
       *[no] { $tables }通りを抽出した
    }。これらの記事から得られうる最小のp値は{ $smallest }。出来事は以前が{ $earlier ->
       *[other] { $earlier }
    }件、以後が{ $later ->
       *[other] { $later }
    }件{ $parted ->
        [0] { "" }
       *[other] 、両期間にまたがるものが{ $parted }件
    }（出来事のない記事は1件と数える）。
times-left-out = 片方の期間にしか記事がないため除いた新聞：{ $papers }。
times-left-out-paper =
    { $when ->
        [after] { $paper }（以後に{ $articles }件）
       *[before] { $paper }（以前に{ $articles }件）
    }
times-head-before = 以前
times-head-later = 以後
times-head-change = 変化（ポイント）
times-frames-caption = 件数は記事の数。割合では、各期間の中で共通の記述を1件と数える。
times-moved-caption = 両期間に立場を示した新聞の、立場を示した記事。優越確率：同じ新聞で、後の記事の値が前の記事より高い確率（.50なら差がない）で、pはこれを検定したもの。中央値は参考として示し、検定していない。
