# One article as a card.

cards-title = { $paper }, { $date }
cards-excluded = Исключена из анализа фреймов: { $reason }
cards-headline = Заголовок
cards-by = Автор
cards-genre = Жанр
cards-page = Полоса
cards-date = Дата
cards-cited =
    { $status ->
        [resolved] в источнике указана как { $date }. { $reason }
       *[uncertain] под сомнением, в источнике указана как { $date }. { $reason }
    }
cards-known = Откуда известна
cards-basis =
    { $basis ->
        [primary_full] сама статья полностью
        [primary_part] часть самой статьи
        [translation] перевод статьи
       *[secondary_paraphrase] чужой пересказ; сама статья не прочитана
    }
cards-source = Источник
cards-event = Событие
cards-about =
    { $event } ({ $relation ->
        [previews] статья предваряет событие
        [reports] статья сообщает о нём
        [comments] статья его комментирует
       *[looks_back] ретроспектива
    })
cards-others = Упоминает также
cards-primary = Основной фрейм
cards-secondary = Дополнительные
cards-inferred = { $answers } (выведено из описания)
cards-inferred-not-counted = { $answers } (выведено из описания, не учитывается)
cards-confidence = Уверенность кодировщика
cards-confidence-level = { $level } из { $of }
cards-coded = Кодировщики
cards-settled = { $coders }; арбитраж: { $adjudicators }
cards-decides = { $coders }; большинства нет, решает { $coder }
cards-majority = { $coders }; по большинству
cards-evidence = { $supports }: { $text } ({ $by })
cards-given-at = { $coders }; { $place }
