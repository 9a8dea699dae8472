# How far figures move when values that are inferred from a description count like attributed ones.

grounds = How far each figure moves with inferred values
grounds-note =
    Of an article known from a description, a value is attributed where the describing author says that the article says it, and inferred where it follows from how the author characterises the article. On the ground “attributed” an inferred value is unknown; on the ground “inferred” both count. { $ground ->
        [attributed] This report is made on the ground “attributed”.
       *[inferred] This report is made on the ground “inferred”.
    }
grounds-held = Articles with a value.
grounds-moved = Outlets whose answers differ between the two. Shares are of the articles that give a value, medians of those that take a position, where there are at least five; a shared description counts once.
grounds-sides = How far positions move with inferred values: superiority (articles or shared descriptions of the first and of the second side that take a position on events where both do). Nothing is tested here.
grounds-superiority = { $superiority } ({ $one } and { $other })
grounds-median = median { $median }
grounds-head-variable = Variable
grounds-head-articles = articles
grounds-head-attributed = attributed alone
grounds-head-inferred = attributed and inferred
grounds-head-gained = gained
grounds-head-outlet = Outlet
