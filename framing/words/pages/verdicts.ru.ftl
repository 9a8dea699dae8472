# What a comparison found of each frame, in sentences.

verdicts-larger = { $one } и { $other }: доля больше у первой стороны, в п. п.{ $interval ->
        [yes] { " [95 %-й интервал]" }
       *[no] { "" }
    }: { $frames }.
verdicts-smaller = { $one } и { $other }: доля меньше у первой стороны, в п. п.{ $interval ->
        [yes] { " [95 %-й интервал]" }
       *[no] { "" }
    }: { $frames }.
verdicts-smaller-too = Доля меньше: { $frames }.
verdicts-unclear = Неясно: { $frames }. В этих статьях различие больше случайного, но от события к событию оно меняется так сильно, что интервал включает 0.
verdicts-no-findings =
    { $frames ->
        [1] Вывода из этого различия не следует: { $why }.
       *[other] Вывода из этих различий не следует: { $why }.
    }
verdicts-reliability-unknown = Насколько надёжно закодированы фреймы, неизвестно.
verdicts-unreliable = Кодировщики согласны слишком слабо, чтобы полагаться на эти фреймы: { $frames }.
verdicts-coder-error = Различие могло возникнуть из одних ошибок кодирования: { $frames }.
verdicts-more = и ещё { $more }
verdicts-every = Различаются все проверенные фреймы.
verdicts-none-of-others =
    { $frames ->
        [one] По остальному { $frames } фрейму различие не обнаружено.
       *[other] По остальным { $frames } фреймам различия не обнаружены.
    }
verdicts-none =
    { $frames ->
        [1] { $one } и { $other }: по единственному проверенному фрейму различие не обнаружено.
       *[other] { $one } и { $other }: ни по одному из проверенных фреймов ({ $frames }) различие не обнаружено.
    }
verdicts-too-few = Статей слишком мало, чтобы обнаружить какое угодно большое различие: это не доказывает, что стороны сходны.
verdicts-detectable = Различие в { $spread ->
        [yes] { $low }–{ $high } п. п. (в зависимости от фрейма)
       *[no] { $low } п. п.
    } было бы обнаружено с вероятностью { $often }; меньшие различия возможны{ $blind ->
        [0] .
       *[other] , а для части фреймов ({ $blind }) нельзя было обнаружить никакого.
    }
verdicts-not-tested = не проверено
verdicts-cell =
    { $doubtful ->
        [0] { $found } из { $of }: { $frames }
       *[other] { $found } из { $of }, под вопросом { $doubtful }: { $frames }
    }
verdicts-cell-more = ещё { $more }
verdicts-cell-none = из { $of } не обнаружено ни одного
