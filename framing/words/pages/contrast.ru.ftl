# A few articles beside one another, aspect by aspect.

contrast-marked = Полужирный и ≠ — статьи различаются. Статья без ответа отличающейся не считается.
contrast-record = Запись
contrast-card = карточка
contrast-silent = Насколько видно из источника, ни одна статья не отвечает на эти вопросы: { $aspects }.
contrast-event = Событие
contrast-article = { $paper }, { $day }
contrast-primary = Основной фрейм
contrast-secondary = Дополнительные фреймы
contrast-inferred = { $answer } (по косвенным признакам)
contrast-rivals =
    Среди изданий одной страны больше всего статей вместе у пары { $one } и { $other }. { $own ->
        [0] { $parts ->
            [0] Общих событий у них нет, даже объемлющих.
           *[other] Общих событий у них нет; объемлющих событий, разные части которых они осветили, — { $parts }.
        }
       *[other] { $parts ->
            [0] Общих событий у них — { $own }.
           *[other] Общих событий у них — { $own }, и ещё { $parts } объемлющих, разные части которых они осветили.
        }
    }
contrast-rivals-title = { $one } и { $other }: сопоставление
contrast-level =
    { $level ->
        [own] само событие
       *[parts] его части
    }
contrast-shared-caption = Статьи о каждом событии и его частях.
contrast-both = обе осветили
contrast-on =
    { $dated ->
        [yes] { $event } ({ $days }):
       *[no] { $event }:
    }
contrast-further =
    { $events ->
       *[other] Есть и другие события, о которых не больше { $most } статей ({ $events }): см. страницы этих событий.
    }
