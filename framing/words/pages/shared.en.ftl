# What the sections say that overview and dossiers share.

shared-ground = , ground: { $ground ->
        [inferred] inferred
       *[attributed] attributed
    }
shared-own-name = { $name } ({ $own })
shared-separator = { "; " }
shared-between-names = { ", " }
shared-reading = Frames and positions
shared-refused = No number is given here. { $refusal }
shared-share-of = { $share }, { $hits } of { $n }
shared-share-indicative = { $share }, { $hits } of { $n } (indicative)

## What is covered

shared-coverage = What is covered and what is not
shared-coverage-full =
    Articles were found in all { $cells } { $every ->
        [month] outlet-months
        [quarter] outlet-quarters
        [half] outlet-half-years
       *[year] outlet-years
    }.
shared-coverage-one =
    Articles were found in { $held } of the { $cells } { $every ->
        [month] outlet-months
        [quarter] outlet-quarters
        [half] outlet-half-years
       *[year] outlet-years
    }; { $empty ->
        [one] the other { $state ->
            [covered] holds articles
            [silent] was searched without result
            [not_published] falls on days without a paper
            [not_entered] holds articles that a search found and that are not yet entered
           *[not_searched] was not searched
        }
       *[other] the other { $empty } { $state ->
            [covered] hold articles
            [silent] were searched without result
            [not_published] fall on days without a paper
            [not_entered] hold articles that a search found and that are not yet entered
           *[not_searched] were not searched
        }
    }.
shared-coverage-states =
    Articles were found in { $held } of the { $cells } { $every ->
        [month] outlet-months
        [quarter] outlet-quarters
        [half] outlet-half-years
       *[year] outlet-years
    }; of the other { $empty }, { $states }.
shared-coverage-state =
    { $cells } { $state ->
        [covered] { $cells ->
            [one] holds
           *[other] hold
        } articles
        [silent] { $cells ->
            [one] was
           *[other] were
        } searched without result
        [not_published] { $cells ->
            [one] falls
           *[other] fall
        } on days without a paper
        [not_entered] { $cells ->
            [one] holds
           *[other] hold
        } articles not yet entered
       *[not_searched] { $cells ->
            [one] was
           *[other] were
        } not searched
    }
shared-state =
    { $state ->
        [covered] covered
        [silent] silent: searched, none found
        [not_published] not published on these days
        [not_entered] found by a search, not yet entered
       *[not_searched] not searched
    }

## Frames

shared-timeline = What was said when
shared-frames = Frame dimensions
shared-frame = Frame dimension
shared-primary = primary
shared-share = share
shared-any = any
shared-counted =
    { $articles ->
        [one] Counted in { $articles } article.
       *[other] Counted in { $articles } articles.
    }
shared-counted-together =
    { $articles ->
        [one] Counted in { $articles } article, which rests on { $descriptions } descriptions.
       *[other] Counted in { $articles } articles, which rest on { $descriptions } descriptions.
    }
shared-roles = The primary frame is the one without which the article loses its point; “any” adds the secondary ones, so its counts need not add up to the articles.
shared-shares-of-articles = Shares are of the articles in the study; a shared description counts once.
shared-shares-of-list = Shares are of the list that the articles were drawn from (“4.2 of 9.8”: what as many articles of equal weight would say); a shared description counts once.
shared-absent = Coded in no article here: { $frames }. This says nothing about the papers at large.
shared-frame-by-outlet = Who emphasises what
shared-over-time = Frame dimensions over time
shared-cut = Before and after { $date } ({ $event }), primary frame dimension. In shares a shared description counts once.
shared-cut-before = before (of { $articles })
shared-cut-after = from then on (of { $articles })
shared-cooccurrence = Dimensions that occur together

## Events

shared-events = Events covered and not covered
shared-no-event = None of its articles is linked to an event of the register.
shared-uncovered =
    { $events ->
        [one] No article here is about { $events } event of the register ({ $states }): { $names }.
       *[other] No article here is about { $events } events of the register ({ $states }): { $names }.
    }
shared-uncovered-here =
    { $events ->
        [one] Other outlets of the study, but not this one, have articles on { $events } event of the register ({ $states }): { $names }.
       *[other] Other outlets of the study, but not this one, have articles on { $events } events of the register ({ $states }): { $names }.
    }
shared-uncovered-state =
    { $events } { $state ->
        [covered] covered
        [silent] silent: searched, none found
        [not_published] not published on these days
        [not_entered] found by a search, not yet entered
       *[not_searched] not searched
    }
shared-absent-frame = { $frame }
