# The page of questions. Pieces such as questions-asked stand in sentences of this file alone, so each language shapes them as it needs.

questions-many = How many are answered
questions-sums =
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }: { $answered } answered, { $illustrated } illustrated, { $refused } refused.
questions-bearing =
    { $articles ->
        [0] No article of the { $of } that were coded bears on any.
        [one] { $articles } article of the { $of } that were coded bears on at least one.
       *[other] { $articles } articles of the { $of } that were coded bear on at least one.
    }
questions-verdict =
    { $verdict ->
        [answered] Answered
        [illustrated] Illustrated
       *[refused] Refused
    }
questions-verdict-sentence = { $verdict }.
questions-ruled = { $verdict }: { $rule }
questions-rule =
    { $verdict ->
        [answered] at least { $fewest } articles hold an answer (articles that share one description count once). Where answers are given apart, two groups must have as many; in a contrast, both papers. Who wrote about something is answered only where searches found every article, or found that there is none. A claim is answered only where the articles bear it out or contradict it; that something is left out is contradicted by one article that has it.
        [illustrated] some article holds an answer, but too few do, or nobody knows how many more there are. Their number and their records are given.
       *[refused] no article holds an answer. What would be needed is named.
    }
questions-which =
    { $many ->
        [one] Question { $questions }.
       *[other] Questions { $questions }.
    }
questions-meant = Answered does not mean that the papers at large are known: it means that the study has enough articles for a share of its own, or an article that decides a claim. Unless a question names papers, it is asked of the core panel. The choices of panel and voice do not change it; those of how articles are read do.
questions-part = { $quarter }: { $theme }
questions-title = { $place }. { $question }

## Pieces

questions-number = { $articles }
questions-number-fewer = { $articles } ({ $fewer })
questions-asked =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
questions-asked-fewer =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } ({ $fewer })
questions-descriptions =
    { $descriptions ->
        [one] from { $descriptions } description
       *[other] from { $descriptions } descriptions
    }
questions-counted-as = counted as { $n }
questions-answer = { $count } “{ $answer }”
questions-answer-share = { $count } “{ $answer }” ({ $share })
questions-or = { " or " }
questions-then = { ", then " }
questions-by =
    { $by ->
        [outlet] by paper
        [country] by country of the paper
       *[quarter] by quarter
    }
questions-around = before “{ $event }” and since
questions-before = before
questions-since = since then
questions-group = { $group } ({ $asked }) { $answers }
questions-group-fewer = { $group } ({ $asked }; its answers { $fewer }) { $answers }
questions-group-of = { $group } { $count } of { $of }
questions-group-rest =
    { $group } ({ $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    })
questions-groups-silent = { $groups }; no answer from { $rest }
questions-groups-unknown = { $groups }; none known from { $rest }
questions-frames-named =
    { $role ->
        [primary] Primary frames
       *[any] Frames
    }

## Values and frames

questions-none-asked = The study has no article to ask.
questions-unanswered =
    { $articles ->
        [one] The one article does not answer “{ $variable }”.
       *[other] None of { $articles } articles answers “{ $variable }”.
    }
questions-silent = Without an answer: { $reasons }.
questions-silent-reason = { $count } { $reason }
questions-values =
    { $articles ->
        [one] Of { $asked }, { $given } answers “{ $variable }”: { $answers }.
       *[other] Of { $asked }, { $given } answer “{ $variable }”: { $answers }.
    }
questions-values-one = The one article answers “{ $variable }”: { $answers }.
questions-values-apart = “{ $variable }”, { $parts } (articles asked in parentheses): { $groups }.
questions-values-focus = Articles that say “{ $answer }”, of those that answer “{ $variable }”, { $parts }: { $groups }.
questions-frames = { $named } of { $asked }: { $answers }.
questions-frames-apart = { $named }, { $parts } (articles in parentheses): { $groups }.
questions-focus-apart =
    { $role ->
        [primary] Articles with “{ $frame }” as primary frame, { $parts }: { $groups }.
       *[any] Articles with “{ $frame }” among their frames, { $parts }: { $groups }.
    }
questions-focus-primary =
    { $articles ->
        [0] Of { $asked }, none have “{ $frame }” as primary frame.
        [one] Of { $asked }, { $articles } has “{ $frame }” as primary frame.
       *[other] Of { $asked }, { $articles } have “{ $frame }” as primary frame.
    }
questions-focus-any =
    { $articles ->
        [0] Of { $asked }, none have “{ $frame }” among their frames.
        [one] Of { $asked }, { $articles } has “{ $frame }” among its frames.
       *[other] Of { $asked }, { $articles } have “{ $frame }” among their frames.
    }
questions-unseen = A description cannot show that an article lacks a frame.
questions-path = { $named }: { $steps }.
questions-step = { $answers } ({ $when })
questions-path-silent =
    { $articles ->
        [one] Without an answer: { $articles } other article.
       *[other] Without an answer: { $articles } other articles.
    }
questions-path-later =
    { $articles ->
        [one] { $articles } later article answers, too.
       *[other] Later articles that answer too: { $articles }.
    }
questions-path-shared = They are { $articles } articles, { $fewer }.
questions-percentages = Percentages { $warnings }.
questions-percent-given = are of the articles that answer
questions-percent-once = count a shared description once
questions-percent-few = are only indicative (of fewer than { $few } articles)

## Coverage, contrasts and claims

questions-uncovered = The study has no article on { $events }.
questions-uncovered-fitting = The study has no article on { $events } that fits.
questions-covered =
    { $articles ->
        [one] { $articles } article of the study is about { $events }: { $parts }.
       *[other] { $articles } articles of the study are about { $events }: { $parts }.
    }
questions-covered-by = { $group } { $number }
questions-covered-event = { $count } “{ $event }”
questions-absent = Without an article: { $papers }.
questions-absent-papers =
    { $papers } ({ $state ->
        [covered] covered
        [silent] silent: searched, none found
        [not_published] not published on these days
        [not_entered] found by a search, not yet entered
       *[not_searched] not searched
    })
questions-named =
    { $articles ->
        [one] Named beside another event, and not counted: { $articles } article.
       *[other] Named beside another event, and not counted: { $articles } articles.
    }
questions-contrast = { $papers }.
questions-contrast-none = The study cannot set them side by side: { $papers }.
questions-paper =
    { $paper } ({ $articles ->
        [0] no article
        [one] { $articles } article
       *[other] { $articles } articles
    })
questions-paper-fewer = { $paper } ({ $articles } articles, { $fewer })
questions-differ = They differ in { $judgements }.
questions-agree = They agree in { $judgements }.
questions-alone = Known of { $paper } alone: { $judgements }.
questions-judgement = { $name }: { $answers }
questions-primary = Primary frame
questions-claim = Claim of the source ({ $who }, { $period }): { $claim }. Against the articles: { $verdict }.
questions-nothing = Nothing in the study can answer this.
questions-needed = Needed: { $needs }.
questions-needs =
    { $kind ->
        [values] the articles themselves, or descriptions that tell this of them
        [frames] the articles themselves, read in full
        [coverage] a search of the papers’ archives around the dates, with what it found
        [contrast] an article of each paper on the same event
        [claim] articles by those described, known otherwise than from this passage
       *[none] material that the study does not hold
    }

## What a question rests on, and where to look further

questions-not-counted =
    { $articles ->
        [one] Not counted: { $articles } article, whose answer is inferred from the description.
       *[other] Not counted: { $articles } articles, whose answer is inferred from the description.
    }
questions-not-counted-answers =
    { $articles ->
        [one] Not counted: { $articles } article, whose answer is inferred from the description: { $answers }.
       *[other] Not counted: { $articles } articles, whose answer is inferred from the description: { $answers }.
    }
questions-trait-secondary =
    { $articles ->
        [one] is known only from a description
       *[other] are known only from descriptions
    }
questions-trait-undeclared = came into the study in a way that is not declared
questions-trait-purposive =
    { $articles ->
        [one] was chosen by the source: an example, not a sample
       *[other] were chosen by the source: examples, not a sample
    }
questions-traits =
    { $articles ->
        [one] This article { $traits }.
       *[other] These articles { $traits }.
    }
questions-traits-some = Of these articles, { $traits }.
questions-trait-of = { $articles } { $trait }
questions-bear =
    { $articles ->
        [one] { $articles } article bears on it.
       *[other] { $articles } articles bear on it.
    }
questions-scope = Asked of { $scope }.
questions-core = the papers of the core panel
questions-from = from { $countries }
questions-in = in { $period }
questions-on = on { $events }
questions-with = with the frame { $frames }
questions-see = See { $places }.
questions-see-frames = the figure of frames
questions-see-frames-of = the frames of { $paper }
questions-see-events = the figure of events
questions-see-countries = the comparison of countries
questions-see-values = the figure of “{ $variable }”
questions-see-values-of = { $paper } on “{ $variable }”
questions-raised = Raised in: { $place }.
questions-raised-claims =
    { $many ->
        [one] Raised in: { $place }; compare claim { $claims }.
       *[other] Raised in: { $place }; compare claims { $claims }.
    }
