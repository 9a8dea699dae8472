# The page of records, and rows of articles wherever they stand.

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
records-no-script = Карточки статей открываются с помощью JavaScript; без него те же карточки, если статей не больше { $most }, можно прочесть в отчёте в формате Markdown, в файле records.md.
records-date = Дата
records-outlet = Издание
records-headline = Заголовок
records-headline-key = Заголовок и ключевая фраза
records-frame = Основной фрейм
records-quoted = «{ $text }»
records-many = Здесь статей: { $articles }. Карточки стоят в этом файле, если статей не больше { $most }; если больше, карточка каждой открывается на странице HTML records.html, которую framing report пишет рядом с этим файлом.
records-set-rest = ещё { $articles } — на странице HTML
