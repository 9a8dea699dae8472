# The course of coverage, and the path of each paper.

course-themes = Темы во времени
course-expectations = Позиции по странам и утверждения источника
course-absent = Источник судит и о других странах ({ $countries }), но их газет в исследовании нет, поэтому сопоставить эти утверждения со статьями нельзя.
course-answers = { $variables }: во времени
course-plans = Планы, которые не осуществились
course-path = Как менялась позиция
course-no-path = Насколько видно по источникам, позицию ({ $scales }) выражает менее двух статей издания, поэтому проследить её нельзя.
course-range =
    { $articles ->
        [one] { $scale }: позицию выражает { $articles } статья, от { $low } до { $high }; каждая показана на рисунке выше.
        [few] { $scale }: позицию выражают { $articles } статьи, от { $low } до { $high }; каждая показана на рисунке выше.
       *[many] { $scale }: позицию выражают { $articles } статей, от { $low } до { $high }; каждая показана на рисунке выше.
    }
course-steps = { $scale }: { $steps }.
course-step =
    { $ground ->
        [inferred] { $position } ({ $month }, выведено из описания)
       *[attributed] { $position } ({ $month })
    }
course-step-day = 
    { $ground ->
        [inferred] { $position } ({ $day }, выведено из описания)
       *[attributed] { $position } ({ $day })
    }
course-step-undated =
    { $ground ->
        [inferred] { $position } (дата неизвестна, выведено из описания)
       *[attributed] { $position } (дата неизвестна)
    }
