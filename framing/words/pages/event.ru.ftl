# The page of one event.

event-event = Событие
event-covered = Кто об этом писал
event-articles = Статьи
event-named = Где это событие тоже упомянуто
event-claims = Что говорят источники об освещении и ожиданиях

## What happened

event-kind = { $kind }, { $date }.
event-status =
    { $status ->
        [happened] Состоялось.
        [planned] Планировалось.
        [unrealised] Планировалось, но не состоялось.
        [background] Произошло до периода исследования; статьи о нём вспоминают.
        [withdrawn] В списке событий его больше нет; оно встречается в прежних кодировках.
       *[umbrella] Объединяет события, перечисленные ниже.
    }
event-actors = Участники: { $actors }.
event-date =
    { $certainty ->
        [checked] Дата проверена по опубликованному источнику
        [general_knowledge] Дата общеизвестна, но по источнику не проверялась
        [unchecked] Дата указана только в цитирующем источнике
       *[corrected] Дата исправлена: цитирующий источник ошибается
    } ({ $source }).
event-date-unstated = 
    { $certainty ->
        [checked] Дата проверена по опубликованному источнику, но он не назван
        [general_knowledge] Дата общеизвестна, но по источнику не проверялась
        [corrected] Дата исправлена, источник не назван
       *[unchecked] Дата внесена без указания источника и не проверялась
    }.
event-also-told =
    { $many ->
        [one] Цитирующий источник упоминает его и в разделе { $sections }.
       *[other] Цитирующий источник упоминает его и в разделах { $sections }.
    }
event-part-of = Часть события: { $event }.
event-parts = Что в него входит:
event-part = { $event }, { $date }
event-compared = <page>Сравнение по этому событию: { $pair }</page>.
event-compared-over = О самом этом событии статьи есть не у обеих сторон. <page>Сравнение по событию «{ $event }»: { $pair }</page>.

## Tables

event-covered-note = Статьи о событии и о его частях.
event-named-note = Статьи о другом событии, в которых упомянуто и это или его часть. Они учтены там, а не здесь; охват и сравнения не учитывают простых упоминаний.
event-timing-note = Дней от события до статьи по местному календарю каждой газеты; порядок в пределах дня неизвестен. Статьи об одном событии с тем же отношением и сроком — в одной строке. В скобках — возможный промежуток, если дата неточна или охватывает несколько дней.
event-head-outlet = Издание
event-head-count = статей
event-head-first = первая
event-head-state = состояние
event-head-record = Запись
event-head-records = Записи
event-head-names = упоминает
event-head-about = посвящена
event-head-event = Событие
event-head-relation = связь с событием
event-head-days = дней после
event-relation =
    { $relation ->
        [previews] предваряет
        [reports] сообщает
        [comments] комментирует
       *[looks_back] ретроспектива
    }
event-gap = { $days } (от { $earliest } до { $latest })
event-gap-open = { $days } ({ $earliest } и более)
