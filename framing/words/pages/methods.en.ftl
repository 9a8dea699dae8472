# What a methods section says of a comparison.

methods-title = For your methods section
methods-compared =
    { $one } (n = { $a }) were compared with { $other } (n = { $b }) on { $events ->
        [one] { $events } event
       *[other] { $events } events
    } that both covered (reading: { $reading }; { $coders ->
        [one] { $coders } coder
       *[other] { $coders } coders
    }; codebook { $edition }).
methods-tested =
    Primary frame dimensions were tested by the generalised Cochran–Mantel–Haenszel statistic against its permutation distribution, { $exact ->
        [yes] by enumeration
       *[no] from { $tables } random arrangements (seed { $seed })
    }. Articles were exchanged only inside events, those that share one description together. This p and all others of frames and scales are about { $about ->
        [articles] these papers, these articles
       *[readings] these two readings of these articles
    }.
methods-verdicts = A frame dimension is said to differ where its p, corrected as below, is at most .05{ $by ->
        [none] ; as there are too few events for intervals, no such difference is a finding
       *[events] { " " }and the interval of the difference leaves out 0
    }. Of the others the smallest difference is given that would have been found with a probability of .80, at the level that its p had to pass (Fleiss, Tytun and Ury 1980, with continuity correction and effective numbers of articles).
methods-papers =
    Whether the { $about ->
        [countries] countries
       *[groups] groups of papers
    } differ was tested by exchanging the papers ({ $a } and { $b }) between the sides, the distance of the sides’ mean departures from what all papers wrote on the same events being compared with its value in { $exact ->
        [yes] all { $arrangements }
       *[no] { $arrangements } random
    } arrangements.
methods-no-papers = No claim is made about countries or other groups of papers.
methods-intervals =
    { $by ->
        [events] Shares carry Wilson intervals of the effective number of articles, which the variation between events gives, with Student’s t; differences carry Newcombe’s of the same kind, with Mantel–Haenszel weights.
        [articles] Shares carry Wilson intervals, differences Newcombe’s with Mantel–Haenszel weights.
       *[none] Shares carry no intervals, as there are fewer than { $least } events.
    }
methods-measures = Bias-corrected Cramér’s V and the Jensen–Shannon distance are given beside their permutation nulls; log-odds have an informative Dirichlet prior; ordinal scales were compared by the probability of superiority, over the articles that take a position; their medians are given without a test. Whether sides differ in how often they take one was tested, with worst-case bounds for what is not seen (Manski 1989).
methods-family =
    False discovery was controlled after Benjamini and Hochberg, and after Benjamini and Yekutieli, over the { $tests ->
        [one] { $tests } test
       *[other] { $tests } tests
    } of this comparison, which are one family: all primary frame dimensions together, each of them, each ordinal scale, and how often each is expressed. Every other comparison is a family of its own.
methods-errors = Differences of primary frames were corrected for coder error by the matrix method (Rogan and Gladen 1978; Kuha and Skinner 1997), its confusion being resampled together with the articles. { $basis }
methods-chosen = { $how }
