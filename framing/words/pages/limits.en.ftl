# What may not be concluded, and what the data can support.

limits = What may not be concluded from this
limits-undeclared =
    { $articles ->
        [one] How { $articles } article came into the study is not declared: no search in searches.json covers it, and no source says how. No interval is given where it is counted.
       *[other] How { $articles } articles came into the study is not declared: no search in searches.json covers them, and no source says how. No interval is given where they are counted.
    }
limits-unfinished =
    { $articles ->
        [one] { $articles } article was drawn at random, but not all that were drawn are read. Shares are weighted; no interval or p value is given until all are, or are left out with a reason.
       *[other] { $articles } articles were drawn at random, but not all that were drawn are read. Shares are weighted; no interval or p value is given until all are, or are left out with a reason.
    }
limits-source = { $title } ({ $container }): { $note } No interval or p value is given for this selection.
limits-sample = Sample { $sample } ({ $design }): { $articles } articles drawn from a list of { $listed } (seed { $seed }). Shares are of that list, each article weighing one over the probability with which it was drawn, and their intervals hold chance in drawing alone; counts, agreement between coders and co-occurrence count every article alike.
limits-none-read = None of the articles was read: they are known only from someone else’s description. Wording, tone, prominence and length are not known.
limits-not-read =
    { $articles ->
        [one] { $articles } article was not read: it is known only from someone else’s description. Its wording, tone, prominence and length are not known.
       *[other] { $articles } articles were not read: they are known only from someone else’s description. Wording, tone, prominence and length are not known.
    }
limits-one-coder = One coder read the articles. Without a second, independent coding, nothing is known about reliability.
limits-unsettled =
    { $articles ->
        [one] On the primary frame of { $articles } article the coders disagree, and nobody has settled it: the first of them in coders.json counts.
       *[other] On the primary frames of { $articles } articles the coders disagree, and nobody has settled them: the first of them in coders.json counts.
    } The page on reliability shows what another reading changes.
limits-machines =
    { $many ->
        [one] Coder { $coders } is a program ({ $models }), not a person. Agreement with a person’s reading has not been measured.
       *[other] Coders { $coders } are programs ({ $models }), not people. Agreement with a person’s reading has not been measured.
    }
limits-simulated-coders =
    { $many ->
        [one] Coder { $coders } is simulated: a program drew the answers. Agreement shows how many errors the program made on purpose.
       *[other] Coders { $coders } are simulated: a program drew their answers. Agreement shows how many errors the program made on purpose.
    }
limits-only-outlet = { $paper } is the only outlet from { $country } (ownership: { $ownership }). What distinguishes it may be the country, the owner or the paper; the data cannot show which.
limits-together = The source describes { $articles } articles together; each counts as { $weight }.
limits-together-often = In { $places } places the source describes several articles together, { $articles } in all; those of one description count as one.
limits-small =
    { $articles ->
        [one] With { $articles } article one can say that something occurs, and when, but not how often, how typical it is, or whether it is rising or falling. A comparison would need at least { $side } articles on the same event on each side.
       *[other] With { $articles } articles one can say that something occurs, and when, but not how often, how typical it is, or whether it is rising or falling. A comparison would need at least { $side } articles on the same event on each side.
    }

## What the data can support

limits-data = What the data can support
limits-circularity-refused = Circularity: { $refusal }
limits-circularity = Circularity: the source is arranged by themes. The primary frame dimension of { $primary } of { $of } articles is the theme of the section that cites them; counting secondary dimensions as well, { $either }.
limits-circular = { $articles }
limits-circularity-shared = In the shares a shared description counts once.
limits-circularity-means = The higher this share, the more the frames may reflect the source rather than the papers.
limits-dates = Dates: periods follow the date of publication as it is now established. { $moved } of { $articles } articles would fall in another { $every } by the date as cited or by the section that cites them.
limits-head-record = Record
limits-head-published = by publication
limits-head-cited = by cited date
limits-head-section = by citing section
limits-versions = Codings by the version of the codebook that their coders used; a migration brings codings to another version.
limits-head-coded-under = coded under
limits-head-now-under = now under
limits-head-codings = codings
limits-head-counted = counted here
limits-pooled = yes
limits-not-pooled = no: its answers mean something else
limits-excluded = Left out of frame analysis: { $record }. { $reason }
limits-circular-share = { $articles } ({ $share })
