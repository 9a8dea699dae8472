# The course of coverage, and the path of each paper.

course-themes = Themes over time
course-expectations = Positions by country, and what the source claims
course-absent = The source also makes claims about { $countries }. No paper from there is in the study, so these claims cannot be set against articles.
course-answers = { $variables }: over time
course-plans = Plans that were not realised
course-path = Its positions over time, article by article
course-no-path = On { $scales }, no two of its articles take a position, as far as their sources show: there is no path.
course-range =
    { $articles ->
        [one] { $scale }: { $articles } article takes a position, from { $low } to { $high }; the picture above shows each.
       *[other] { $scale }: { $articles } articles take a position, from { $low } to { $high }; the picture above shows each.
    }
course-steps = { $scale }: { $steps }.
course-step =
    { $ground ->
        [inferred] { $position } in { $month } (inferred)
       *[attributed] { $position } in { $month }
    }
course-step-day = 
    { $ground ->
        [inferred] { $position } on { $day } (inferred)
       *[attributed] { $position } on { $day }
    }
course-step-undated =
    { $ground ->
        [inferred] { $position } at an unknown date (inferred)
       *[attributed] { $position } at an unknown date
    }
