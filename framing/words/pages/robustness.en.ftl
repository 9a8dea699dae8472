# What else could have made a difference: other choices of the analyst, and the errors of coders.

robustness-title = Under other choices
robustness-summary = Other readings, dates and windows
robustness-parts = The claim about all events together is tried under other readings, dates and windows on the page that compares them; `{ $command }` tries this one too.
robustness-no-claim = No difference is claimed (q = { $q } in the family of this page), so there is no claim to try under other readings, dates and windows; `{ $command }` tries this one too.
robustness-claim =
    The claim: the sides differ in their primary frames (these papers, these articles). { $agree } of { $given } distinct combinations of choices that give a number agree (p at most .05); { $silent ->
        [one] { $silent } more gives
       *[other] { $silent } more give
    } none. Combinations that change no count are not counted again.
robustness-choice = { $choice ->
        [reading] reading
        [ground] ground
        [basis] date rule
        [bundles] shared descriptions
        [voices] voices
        [window] window
       *[role] frames
    }: { $option }
robustness-of = { $agree } of { $given }
robustness-choices-caption = Each choice with all others varying. Distinct 0: it changes no count, so it is counted under another.
robustness-head-choice = Choice
robustness-head-agree = agree
robustness-head-distinct = distinct
robustness-head-difference = difference

robustness-error = Does it outlast coder error?
robustness-error-summary = Differences without the errors of coders
robustness-nothing-found = Without the errors of coders there is nothing to take back: no difference was found.
robustness-outlasting = 
    Of { $found } { $found ->
        [one] difference that was found, { $yes ->
            [0] it does not outlast coder error in every case
           *[other] it outlasts coder error even in the worst case
        }
       *[other] differences that were found, { $yes } outlast coder error even in the worst case
    }{ $worst ->
        [0] { "" }
       *[other] ; { $worst } not in the worst case
    }{ $no ->
        [0] { "" }
       *[other] ; { $no } not at all
    }{ $unknown ->
        [0] { "" }
       *[other] ; of { $unknown } it is not known
    }.
robustness-error-caption = In percentage points, first less second side, with 95 % intervals. Corrected: by the matrix method. Tips at: how many times as frequent errors would have to be in the worst case. Yes: the corrected interval excludes 0, and no case produces the difference by itself.
robustness-head-corrected = corrected
robustness-head-one-side = one side
robustness-head-worst = worst case
robustness-head-tips = tips at
robustness-head-outlasts = outlasts error?
robustness-outlasts =
    { $outlasts ->
        [yes] yes
        [no] no
        [not-in-the-worst-case] not in the worst case
       *[not-known] not known
    }
robustness-unknown = Not known, because fewer than { $least } double-coded articles received it: { $frames }.
robustness-basis =
    { $whose ->
        [sides] Each side has its own confusion, from { $a } and { $b } articles that were coded twice.
        [languages] Too few articles of a side were coded twice, so each side takes the confusion of its languages, from { $a } and { $b } articles.
       *[all] The { $a } articles of the study that were coded twice speak for both sides: the confusion is assumed equal on both sides.
    }
robustness-errors = { $basis } By this measure, the reading gives { $first }% of the first side’s articles and { $second }% of the second’s a primary frame other than the true one; adjudicated records are taken to be right. Errors that are alike on both sides can create a difference as well as hide one: what one side has more of may be mistaken for a third frame. The corrected difference removes the errors. Two worse cases: only one side is coded with error; or every error about a frame goes one way on one side and the other way on the other.
