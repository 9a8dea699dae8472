# "In brief": the first section of every page. Each message is one sentence; findings first, then what they rest on, then limits.

brief = In brief
between-sentences = { " " }

## What leads

brief-leading-counts =
    { $many ->
        [one] Of { $of } coded articles, the most frequent <frames>primary frame</frames> (the frame dimension that an article turns on) is { $named }.
       *[other] Of { $of } coded articles, the most frequent <frames>primary frames</frames> (the frame dimension that each article turns on) are { $named }.
    }
brief-leading-all =
    { $of ->
        [one] The { $of } coded article has the <frames>primary frame</frames> { $frame }.
        [2] Both coded articles ({ $of }) have the <frames>primary frame</frames> { $frame }.
       *[other] All { $of } coded articles have the <frames>primary frame</frames> { $frame }.
    }
brief-leading-shares =
    { $many ->
        [one] Of { $of } coded articles, the most frequent <frames>primary frame</frames> (the frame dimension that an article turns on) is { $named }; in brackets, its 95% interval.
       *[other] Of { $of } coded articles, the most frequent <frames>primary frames</frames> (the frame dimension that each article turns on) are { $named }; in brackets, 95% intervals.
    }
brief-leading-none = No <frames>primary frame</frames> leads: { $of } coded articles have { $different } different ones.
brief-count = { $frame } ({ $articles })
brief-share = { $frame } ({ $share } [{ $low }; { $high }])
brief-nothing-coded = No article of this panel and voice has been coded, so nothing can be said of frames; needed: codings.
brief-paper-nothing-coded = No article of { $paper } has been coded, so nothing can be said of its frames; needed: codings of its articles.

## Two sides

brief-side = { $papers } ({ $country })
brief-side-counted = { $papers } outlets ({ $country })
brief-differences = Compared with { $other } on { $events ->
        [one] the same event
       *[other] { $events } shared events
    }, { $one } { $papers ->
        [one] uses
       *[other] use
    } the <frames>primary frame</frames> { $clauses }, corrected for this comparison’s { $tests } tests (95% intervals).
brief-more = { $frame } more often by { $apart } points [{ $low }; { $high }]
brief-less = { $frame } less often by { $apart } points [{ $low }; { $high }]
brief-differences-too = The <frames>differences</frames> in { $named } stand too.
brief-others-within =
    { $others ->
        [one] For the remaining frame dimension no difference stands; its 95% interval stays within { $within } points of zero.
       *[other] For the other { $others } frame dimensions no difference stands; their 95% intervals stay within { $within } points of zero.
    }
brief-none-stands = On { $events ->
        [one] the same event
       *[other] { $events } shared events
    }, no <frames>difference in primary frames</frames> between { $one } and { $other } stands after correction for this comparison’s { $tests } tests.
brief-none-stands-within = On { $events ->
        [one] the same event
       *[other] { $events } shared events
    }, no <frames>difference in primary frames</frames> between { $one } and { $other } stands after correction for this comparison’s { $tests } tests; the 95% intervals allow up to { $within } points.
brief-doubtful = On { $events ->
        [one] the same event
       *[other] { $events } shared events
    }, { $one } and { $other } differ in the <frames>primary frame</frames> { $named } after correction for this comparison’s { $tests } tests, but this is not a finding: { $why }.
brief-doubtful-too = The difference in { $named } passes the correction too, but is not a finding: { $why }.
brief-doubt-unclear = events vary so much that the interval includes 0
brief-doubt-no-difference = the interval includes no difference
brief-doubt-few = one of the sides has fewer than { $enough } articles, if those described together count once
brief-doubt-no-interval = there are too few events for an interval
brief-doubt-stamped = coders do not agree well enough
brief-doubt-overturned = coder error alone may make the difference
brief-doubt-of = { $why } ({ $named })
brief-scales = Their <positions>positions</positions> differ: { $one } { $papers ->
        [one] stands
       *[other] stand
    } { $scales }.
brief-scale-higher = higher on { $scale }
brief-scale-lower = lower on { $scale }
brief-scale-more = more often on { $scale }
brief-scale-less = less often on { $scale }
brief-expressed = How often they <positions>take a position</positions> at all differs: { $one } { $papers ->
        [one] does
       *[other] do
    } so { $scales }.
brief-scales-doubtful = On { $named } a <positions>difference</positions> passes the correction, but is not a finding: { $why }.
brief-no-common = No event here has <events>articles of both</events> { $one } and { $other }, so their framing cannot be compared; needed: articles of both on one event.
brief-nothing-compared = { $one } and { $other } cannot be compared; needed: coded articles of both.
brief-too-few = Here are { $a } articles of { $one } and { $b } of { $other }, too few to compare; needed: at least { $side } of each on one event.
brief-no-common-part = The articles of { $one } ({ $a }) and of { $other } ({ $b }) are about different events under this one, so they cannot be compared; needed: at least { $side } of each on one event.
brief-untested = { $one } ({ $a } articles) and { $other } ({ $b }) are <frames>set side by side</frames> but not tested, because of how the articles were chosen; needed: all articles that a stated search finds.
brief-unattainable = { $one } ({ $a } articles) and { $other } ({ $b }) are <frames>set side by side</frames> but not tested, because so few articles could show no difference; needed: more articles of both on the same events.
brief-rests-compared = This rests on { $a } articles of the first side and { $b } of the second, about { $events ->
        [one] one event
       *[other] { $events } events
    }.
brief-alpha = Krippendorff’s alpha of the primary frame dimension is at least { NUMBER($alpha, minimumFractionDigits: 2, maximumFractionDigits: 2) } in each language (the <reliability>lower end of its 95% interval</reliability>).

## Turns of papers

brief-turns = Since { $event } ({ $day }), compared with before, { $clauses }, corrected for all { $tests } tests of change (95% intervals).
brief-paper-turns = Since { $event } ({ $day }), compared with before, { $paper } has used the primary frame { $clauses }, corrected for all { $tests } tests of change (95% intervals).
brief-turn-more = { $paper } has used { $frame } more often by { $apart } points [{ $low }; { $high }]
brief-turn-less = { $paper } has used { $frame } less often by { $apart } points [{ $low }; { $high }]
brief-no-turns = Since { $event } ({ $day }), no change in a paper’s primary frames stands after correction for all { $tests } tests of change.
brief-no-turn = Since { $event } ({ $day }), no change in the primary frames of { $paper } stands after correction for all { $tests } tests of change.

## An event

brief-event =
    { $articles ->
        [one] One article is <covered>about this event</covered>: { $paper }, { $day } ({ $articles }).
       *[other] { $articles } articles of { $papers ->
            [one] one paper
           *[other] { $papers } papers
        } are <covered>about this event</covered>, the first on { $day } in { $paper }.
    }
brief-event-undated = { $articles ->
        [one] One undated article is <covered>about this event</covered> ({ $articles }), of { $papers } paper.
       *[other] { $articles } undated articles are <covered>about this event</covered>, of { $papers } papers.
    }
brief-silent =
    { $many ->
        [one] { $papers } was searched and <covered>has none</covered>.
       *[other] { $papers } were searched and <covered>have none</covered>.
    }
brief-unsearched =
    { $many ->
        [one] { $papers } <covered>was not searched</covered>, so its silence is not known.
       *[other] { $papers } <covered>were not searched</covered>, so their silence is not known.
    }

## What it rests on

brief-rests =
    { $articles ->
        [one] This rests on { $articles } article
       *[other] This rests on { $articles } articles
    } of { $papers ->
        [one] one paper
       *[other] { $papers } papers
    }{ $together }, published { $days ->
        [0] on { $first }
       *[other] from { $first } to { $last }
    }.
brief-rests-undated =
    { $articles ->
        [one] This rests on { $articles } undated article
       *[other] This rests on { $articles } undated articles
    } of { $papers ->
        [one] one paper
       *[other] { $papers } papers
    }{ $together }.
brief-together = { " " }({ $n } if those described together count once)
brief-how =
    { $articles ->
        [one] The article is { $how }.
       *[other] The articles are { $how }.
    }
brief-read =
    { $part ->
        [0] known from the newspapers themselves
       *[other] { $every ->
            [yes] known only in part, such as by the headline
           *[no] known from the newspapers themselves ({ $part } only in part)
        }
    }
brief-described = known only from what another author wrote about them
brief-some-described = in { $described } cases known only from what another author wrote about them
brief-census = all that a stated search found
brief-probability = a random sample
brief-purposive = picked to illustrate an argument
brief-undeclared = found in a way that is not declared
brief-simulated = made up by a program
brief-people =
    { $people ->
        [one] coded by one person
       *[other] coded by { $people } people ({ $once ->
            [0] each article by two or more
           *[other] { $twice ->
                [one] one article
               *[other] { $twice } articles
            } by two or more
        })
    }
brief-machines =
    { $machines ->
        [one] coded by one language model
       *[other] coded by { $machines } runs of language models ({ $once ->
            [0] each article by at least two
           *[other] { $twice ->
                [one] one article
               *[other] { $twice } articles
            } by at least two
        })
    }
brief-simulated-coders =
    { $machines ->
        [one] coded by one simulated coder
       *[other] coded by { $machines } simulated coders
    }

## What may not be concluded

brief-limit-simulated = The study is simulated, so <limits>nothing here is about real newspapers</limits>.
brief-limit-purposive = Because the articles were picked, <limits>nothing here says how the newspapers write</limits>; needed: all articles that a stated search finds, or a random sample.
brief-limit-undeclared = Because nobody says how the articles were found, <limits>nothing here says how the newspapers write</limits>; needed: all articles that a stated search finds, or a random sample.
brief-limit-few =
    { $articles ->
        [one] One article shows that something occurs, <limits>not how often</limits>.
       *[other] { $articles } articles show that something occurs, <limits>not how often</limits>.
    }
brief-limit-described = Nobody read the articles themselves, so their <limits>wording, tone and prominence</limits> are not known.
brief-limit-one-coder = Only one coder read the articles, so <limits>nothing is known about reliability</limits>.
brief-limit-machine = Language models coded the articles; <limits>agreement with people</limits> has not been measured.
brief-limit-one-paper = { $paper } is a side of one paper: what sets it apart may be its country, its owner or the paper itself.
brief-limit-papers = The differences are between these papers in these articles; whether other papers differ is not known.
brief-limit-papers-hold = The differences also hold when <papers>whole papers</papers> are exchanged between the sides; their cause remains open.
brief-limit-papers-do-not = When <papers>whole papers</papers> are exchanged between the sides, no difference holds; nothing follows for other papers.
brief-limit-readings = Both sides are readings of the same articles, so a difference is one between coders and says nothing about newspapers.

## Questions, reliability, records, ledger, handbook

brief-questions = Of { $questions } questions, <verdicts>{ $answered } are answered</verdicts>, { $illustrated } illustrated by examples and { $refused } refused.
brief-bearing = { $bearing } of { $of } coded articles bear on at least one question.
brief-answered = Answered means that the study has enough articles for a share of its own, or an article that decides a claim, not that the papers at large are known.
brief-no-reliability =
    { $coders ->
        [one] With one coder nothing can be said about reliability; needed: a second, independent coding.
       *[other] Nothing can be said about reliability; needed: articles that two coders coded independently.
    }
brief-coders =
    { $machines ->
        [0] { $people ->
            [one] One person
           *[other] { $people } people
        }
       *[other] { $people ->
            [0] { $machines } runs of language models
           *[other] { $people } people and { $machines } language models
        }
    } coded { $articles } articles <coefficients>independently</coefficients>.
brief-coders-simulated =
    { $machines ->
        [one] One simulated coder
       *[other] { $machines } simulated coders
    } coded { $articles } articles <coefficients>independently</coefficients>.
brief-primary = On the primary frame dimension Krippendorff’s alpha is { NUMBER($alpha, minimumFractionDigits: 2, maximumFractionDigits: 2) } (95% interval { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }).
brief-judged = Of { $judgements } judgements, alpha can be estimated for { $estimable }; its lower end reaches 0.800 for { $rely } and 0.667 for { $tentative }.
brief-stability = Agreement between language models shows how consistent they are, not that people would agree or that the codings are right.
brief-stability-simulated = Agreement between simulated coders shows how many errors a program gave them, nothing about people.
brief-agreement = Agreement shows that the codebook can be applied alike, not that the codings are right.
brief-no-records = The study holds no articles yet.
brief-cards = Each <cards>card</cards> says what was printed, how it was read and what supports the reading.
brief-no-source = The study cites no source: its articles were read directly.
brief-ledger =
    { $sources ->
        [one] The study draws on one source
       *[other] The study draws on { $sources } sources
    } with { $notes } <ledger>notes</ledger>; { $used } of these lead to { $articles } articles.
brief-ledger-empty =
    { $sources ->
        [one] The study draws on one source
       *[other] The study draws on { $sources } sources
    }, of which no <ledger>note</ledger> is recorded.
brief-dates =
    { $dates ->
        [0] Every date is as it was cited.
        [one] The <corrections>date</corrections> of { $dates } article was corrected or is in doubt.
       *[other] The <corrections>dates</corrections> of { $dates } articles were corrected or are in doubt.
    }
brief-claims =
    { $claims ->
        [one] One claim about coverage is noted from it.
       *[other] { $claims } claims about coverage are noted.
    }
brief-handbook = Version { $edition } of the codebook asks for { $frames } frame dimensions and { $variables } further judgements.
brief-handbook-use = What it says is what every number in this report means.
