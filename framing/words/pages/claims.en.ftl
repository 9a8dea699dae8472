# What the sources claim of coverage and expectations, and what became of it.

claims-apart = Claims of the source about coverage and expectations in the aggregate, in the coder’s words. They are kept apart from the articles and count in no figure. An article known through the source that makes the claim is not independent of it.
claims-head-period = Period
claims-head-described = Who is described
claims-head-sort = Kind
claims-head-claim = Claim
claims-head-where = Where
claims-head-tested = Against the articles
claims-kind =
    { $kind ->
        [coverage] coverage
        [omission] omission
        [expectation] expectation
        [blame] blame
       *[verdict] verdict
    }
claims-nothing-coded = nothing is coded under this reading
claims-verdict =
    { $verdict ->
        [borne_out] borne out
        [contradicted] contradicted
       *[not_testable] not testable
    }
claims-verdict-because = { $verdict }: { $reason }
claims-no-such-source = the study has no articles by those described
claims-whose-not-stated = the source does not say whose press
claims-no-variable = the claim names no value of the codebook that articles could have
claims-no-article = no article by those described, in that period and on that matter, except from the passage itself
claims-unanswered = no article has an answer
claims-second-hand = the articles are known from descriptions, which cannot show what an article leaves out
claims-below-floor = too few articles have an answer
claims-split = as many articles agree as differ
claims-articles-agree = { $articles } as claimed
claims-articles-differ = { $articles } otherwise
claims-counted = { $verdict } ({ $counts })
claims-counted-same-source = { $verdict } ({ $counts }; { $known } known only through the source that claims it)
claims-not-in-study = { $described }; no such source in the study
claims-group-of =
    { $group ->
        [outlet] A paper of
        [press] The press of
        [officials] Officials of
        [capital] The capital of
       *[opinion] Opinion in
    } { $country }
claims-group =
    { $group ->
        [outlet] A paper
        [press] The press
        [officials] Officials
        [capital] The capital
       *[opinion] Opinion
    } (country not stated)
claims-named-of =
    { $name } ({ $group ->
        [outlet] a paper of
        [press] the press of
        [officials] officials of
        [capital] the capital of
       *[opinion] opinion in
    } { $country })
claims-named =
    { $name } ({ $group ->
        [outlet] a paper
        [press] the press
        [officials] officials
        [capital] the capital
       *[opinion] opinion
    })
claims-remark = Remark: { $remark }
claims-events = Events: { $events }.
claims-note = note { $note }
