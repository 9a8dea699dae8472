# What a comparison found of each frame, in sentences.

verdicts-larger = Larger share in { $one } than in { $other }, by percentage points{ $interval ->
        [yes] { " [95 % interval]" }
       *[no] { "" }
    }: { $frames }.
verdicts-smaller = Smaller share in { $one } than in { $other }, by percentage points{ $interval ->
        [yes] { " [95 % interval]" }
       *[no] { "" }
    }: { $frames }.
verdicts-smaller-too = Smaller share: { $frames }.
verdicts-unclear = Unclear: { $frames }. Among these articles that is more than chance, but events vary so much that the interval includes 0.
verdicts-no-findings =
    { $frames ->
        [1] This difference is not a finding: { $why }.
       *[other] None of these differences is a finding: { $why }.
    }
verdicts-reliability-unknown = How reliably frames are coded is not known.
verdicts-unreliable = Coders do not agree well enough to rely on: { $frames }.
verdicts-coder-error = Coder error alone may make the difference in: { $frames }.
verdicts-more = and { $more } more
verdicts-every = Every frame dimension that was tested differs.
verdicts-none-of-others =
    { $frames ->
        [one] No difference was found for { $frames } other frame dimension.
       *[other] No difference was found for { $frames } other frame dimensions.
    }
verdicts-none =
    { $frames ->
        [one] No difference between { $one } and { $other } was found for the one frame dimension that was tested.
       *[other] No difference between { $one } and { $other } was found for any of the { $frames } frame dimensions tested.
    }
verdicts-too-few = There are too few articles to find any, however large: this is no evidence that the sides agree.
verdicts-detectable = A difference of { $spread ->
        [yes] { $low } to { $high } points, by frame,
       *[no] { $low } points
    } would have been found { $often } of the time; smaller ones may exist{ $blind ->
        [0] .
       *[other] ; for { $blind } of them none of any size.
    }
verdicts-not-tested = not tested
verdicts-cell =
    { $doubtful ->
        [0] { $found } of { $of }: { $frames }
       *[other] { $found } of { $of }, { $doubtful } of them doubtful: { $frames }
    }
verdicts-cell-more = { $more } more
verdicts-cell-none = none of { $of } found
