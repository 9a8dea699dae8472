# The page of records, and the cards of articles wherever they open.

list-comma = { ", " }
records-sets = Записи, на которых основаны числа
records-cards = Все статьи
records-follow = Число в этом отчёте ведёт к статьям, на которых оно основано.
records-all = Показать все статьи
records-chosen = Статей: { $articles }. { $what }
records-set =
    { $more ->
        [0] Статей: { $articles } ({ $what })
       *[other] Статей: { $articles } ({ $what }; и ещё мест: { $more })
    }
records-missing = Карточка находится в файле { $file }, которого рядом с этой страницей нет.
records-no-script = Карточки статей открываются с помощью JavaScript; без него те же карточки можно прочесть в отчёте в формате Markdown, в файле records.md.
records-date = Дата
records-outlet = Издание
records-headline = Заголовок
records-headline-key = Заголовок и ключевая фраза
records-frame = Основной фрейм
records-quoted = «{ $text }»

## Cards

card-title = { $outlet }, { $day }
card-headline = Заголовок
card-by = Автор
card-genre = Жанр
card-page = Полоса
card-date = Дата
card-cited =
    { $status ->
        [resolved] в источнике: { $cited }. { $reason }
       *[uncertain] дата неточна, в источнике: { $cited }. { $reason }
    }
card-known-from = Откуда известна
card-basis =
    { $basis ->
        [primary_full] сама статья, полностью
        [primary_part] часть самой статьи
        [translation] перевод статьи
       *[secondary_paraphrase] чужой пересказ; сама статья не прочитана
    }
card-source = Источник
card-note = примечание { $note }
card-excluded = Исключена из анализа фреймов: { $reason }
card-event = Событие
card-relation =
    { $relation ->
        [previews] { $event } (анонс)
        [reports] { $event } (сообщение)
        [comments] { $event } (комментарий)
       *[looks_back] { $event } (ретроспектива)
    }
card-others = Упомянуты также
card-primary = Основное измерение фрейма
card-secondary = Дополнительные измерения
card-inferred = { $answer } (выведено из пересказа)
card-inferred-uncounted = { $answer } (выведено из пересказа, не учитывается)
card-confidence = Уверенность кодировщика
card-of-three = { $confidence } из 3
card-coded-by = Кодировщики
card-settled = { $coders }; арбитр: { $by }
card-tie = { $coders }; без большинства решает { $by }
card-read = { $coders }; { $rule }
card-evidence = { $judgement }: { $text }
card-evidence-from = { $text } ({ $from })
