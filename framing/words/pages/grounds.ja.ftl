# How far figures move when values that are inferred from a description count like attributed ones.

grounds = 推定した値を含めると結果はどう変わるか
grounds-note =
    他者の記述を通じて知られる記事では、記述者が「記事はこう述べている」としている値を「記事に帰された値」、記事についての記述者の言い方から導かれる値を「推定した値」とする。前者だけを採る場合、推定した値は「不明」になり、後者も採る場合はどちらも数える。この報告書は{ $ground ->
        [attributed] 前者だけを採っている
       *[inferred] 後者も採っている
    }。
grounds-held = 値をもつ記事の数。
grounds-moved = 両者で答えが異なる媒体。割合は値をもつ記事、中央値は立場を示した記事についてのもので、いずれも5件以上ある場合に示す。共通の記述は1件と数える。
grounds-sides = 推定した値を含めると立場の比較はどう変わるか：優越確率（括弧内は、双方が立場を示している出来事について立場を示した記事または共通の記述の数。前者、後者の順）。検定はしていない。
grounds-superiority = { $superiority }（{ $one }、{ $other }）
grounds-median = 中央値{ $median }
grounds-head-variable = 変数
grounds-head-articles = 記事数
grounds-head-attributed = 記事に帰された値のみ
grounds-head-inferred = 推定した値も含む
grounds-head-gained = 増加
grounds-head-outlet = 媒体
