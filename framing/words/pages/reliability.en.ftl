# The page of reliability: agreement, disagreements, adjudication and readings.

reliability-agreement = Agreement
reliability-coded =
    { $coders ->
        [one] { $coders } coder
       *[other] { $coders } coders
    } coded { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } independently.
reliability-rule = By Krippendorff’s rule a variable is reliable when alpha is at least { NUMBER($rely, minimumFractionDigits: 3) } and allows tentative conclusions from { NUMBER($tentative, minimumFractionDigits: 3) }. Here the rule is applied to the lower end of the interval, not to alpha itself. A judgement should be dropped or merged only if alpha itself is low. If only the interval is too wide, the verdict is undecided and says how many more articles, coded with the same agreement, would narrow it enough.
reliability-limits = Where coders never disagreed, the interval is the one that this many articles without a disagreement allow (Clopper and Pearson). With fewer than two people among the coders there is no verdict.
reliability-steps = A variable is judged in three steps, each on the articles left by the step before: seen? (no: the source does not show it, so there is no answer), expressed? (no: not expressed or not applicable, both of which were seen), and the value.
reliability-machines =
    { $machines ->
        [one] { $machines } of { $coders } coders is a language model ({ $names }).
       *[other] { $machines } of { $coders } coders are language models ({ $names }).
    } Runs of one model share their errors: agreement between them shows how consistently the model applies the codebook. It does not show that people would agree, or that the codings are correct.
reliability-simulated =
    { $machines ->
        [one] { $machines } of { $coders } coders is simulated ({ $names }).
       *[other] { $machines } of { $coders } coders are simulated ({ $names }).
    } A program drew their answers: agreement between them shows how many errors it made on purpose, nothing about people.
reliability-earlier = Agreement under codebook { $edition }
reliability-earlier-apart = Codings under codebook { $edition } are not pooled with others, because their answers mean something else. Their reliability is that of the version which the coders used; it says nothing about the present one.
reliability-refused = No number is given here.
reliability-single-coder =
    { $others ->
        [0] No article has two independent codings of the main phase.
       *[other] No article has two independent codings of the main phase. Training, pilot and adjudicated codings ({ $others } here) do not count: they are not independent.
    } Needed: a second coder who works without seeing the first coder’s records.

## The table of agreement

reliability-judgement = Judgement
reliability-units = units
reliability-commonest = commonest
reliability-percent = percent
reliability-alpha = alpha
reliability-interval = 95 % interval
reliability-ac1 = AC1
reliability-verdict = verdict
reliability-note = Units: articles that at least two coders judged. Commonest: their most frequent answer, with its share of all answers. Percent: the mean share of agreeing pairs.
reliability-commonest-share = { $answer } { $share }
reliability-answer =
    { $answer ->
        [yes] yes
        [none] none
        [missing] missing
        [attributed] attributed
        [inferred] inferred
       *[other] { $answer }
    }
reliability-figure = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
reliability-bounds = { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) }
reliability-judged =
    { $code ->
        [one_person] withheld: one person beside programs, not reliability
        [programs] withheld: stability of programs, not reliability
        [drop] no conclusions: drop or merge
        [rely] rely on it
        [tentative] tentative conclusions
       *[undecided]
            { $more ->
                [-1] undecided: alpha may lie below { NUMBER($floor, minimumFractionDigits: 3) }; very many more articles would tell
                [1] undecided: alpha may lie below { NUMBER($floor, minimumFractionDigits: 3) }; about one more article would tell
               *[other] undecided: alpha may lie below { NUMBER($floor, minimumFractionDigits: 3) }; about { $more } more articles would tell
            }
    }
reliability-unjudged =
    { $code ->
        [no_interval] no interval: { $because }
       *[not_estimable] not estimable: { $because }
    }
reliability-because =
    { $code ->
       *[other] { $reason }
    }

## For a methods section

reliability-methods = For your methods section
reliability-one-coder = There is only one coder, so there is nothing to report on reliability yet.
reliability-coder =
    { $kind ->
        [machine] { $coder } (machine)
       *[person] { $coder } (person)
    }
reliability-methods-coded =
    { $twice } of { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } were coded independently by { $coders } coders, { $named }, under codebook { $codebook } { $edition }.
reliability-methods-alpha = Reliability is reported per variable as Krippendorff’s alpha (nominal; ordinal for the scales; MASI and Jaccard distance for sets) with 95 % percentile intervals from { $draws } bootstrap resamples of articles, articles that share one description being resampled together (seed { $seed }), alongside percent agreement and Gwet’s AC1.
reliability-methods-steps = Each variable was judged in steps: whether the source lets one see it, whether it is expressed where it is seen, and its value where it is expressed; agreement that it cannot be seen does not count as agreement on a value. Judgements that fewer than five articles received are reported as not estimable.
reliability-methods-computed = Coefficients were computed with framing, whose self-test recomputes 96 published figures.
reliability-methods-settled = Disagreements were settled by { $named }.

## Disagreements

reliability-disagreements = Disagreements
reliability-agree = The coders agree on everything.
reliability-differ =
    The coders differ on { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, in { $values ->
        [one] { $values } value
       *[other] { $values } values
    }.
reliability-listed = The first { $listed } are listed here; `framing agreement disagreements` lists all.
reliability-record = Record
reliability-value = Value
reliability-answers = Answers
reliability-evidence = Evidence for it

## Adjudication

reliability-adjudication = Adjudication
reliability-adjudicated =
    { $articles ->
        [one] { $articles } article was adjudicated by { $by }.
       *[other] { $articles } articles were adjudicated by { $by }.
    }
reliability-overruled = Values that adjudication changed, by coder: { $shares }.
reliability-overruled-share = { $coder }: { $changed } of { $of } ({ NUMBER($share, minimumFractionDigits: 1, maximumFractionDigits: 1) }%)
reliability-why = Why the coders differed: { $reasons }.
reliability-raw = The raw codings are unchanged.
reliability-reason =
    { $reason ->
        [ambiguous_source] the source allows both readings
        [codebook_gap] the codebook does not decide the case
        [slip] a coder overlooked a rule or a passage
       *[translation] the coders understood a word differently
    }
reliability-reason-count = { $reason } ({ $decisions })
reliability-follows = follows
reliability-secondary = Secondary frames
reliability-others = Further events
reliability-none = none
reliability-neither = neither
reliability-why-differed = Why they differed
reliability-argument = The argument
reliability-confused = What coders answered where adjudication settled on something else.
reliability-settled-as = settled as
reliability-confused-with = confused with
reliability-articles = articles
reliability-exception = The adjudicator { $adjudicator } was one of the coders ({ $coder }), so these settlements are not independent of the codings. The recorded reason: { $reason }.

## Readings

reliability-readings = What the choice of reading changes
reliability-readings-note = The same figures under every reading of the codings. Under “adjudicated” an article without an adjudicated record is read by majority; without a majority, the first coder in coders.json decides.
reliability-reading = Reading
reliability-rule-of =
    { $rule ->
        [adjudicated] adjudicated
        [majority] majority
        [coder] coder:{ $coder }
       *[other] { $coder }
    }
reliability-used = { $rule } (used here)
reliability-changed-primary = primary frames changed
reliability-changed-frames = sets of frames changed
reliability-changed-events = events changed
reliability-changed-values = values changed
reliability-primary-in = “{ $frame }” is primary in
reliability-moves-most = primary frame that moves most
reliability-moves = { $frame } { $by }
reliability-moves-none = none
