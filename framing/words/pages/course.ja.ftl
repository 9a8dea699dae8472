# The course of coverage, and the path of each paper.

course-themes = テーマの推移
course-expectations = 国別の立場と出典の主張
course-absent = 出典は{ $countries }についても主張しているが、この研究にはその国の新聞がなく、記事と照らし合わせることができない。
course-answers = { $variables }：推移
course-plans = 実現しなかった計画
course-path = 立場の推移
course-no-path = 出典から分かるかぎり、{ $scales }について立場を示した記事は2件に満たず、推移は示せない。
course-range = { $scale }：立場を示した記事は{ $articles }件で、{ $low }から{ $high }まで（それぞれは上の図に示す）。
course-steps = { $scale }：{ $steps }。
course-step =
    { $ground ->
        [inferred] { $month }は{ $position }（推定）
       *[attributed] { $month }は{ $position }
    }
course-step-day = 
    { $ground ->
        [inferred] { $day }は{ $position }（推定）
       *[attributed] { $day }は{ $position }
    }
course-step-undated =
    { $ground ->
        [inferred] 日付不明の記事は{ $position }（推定）
       *[attributed] 日付不明の記事は{ $position }
    }
