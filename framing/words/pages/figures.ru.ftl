# Figures: what stands under them, and their numbers as tables.

figures-caption = { $what } { $known }.
figures-articles =
    N = { $articles ->
        [one] { $articles } статья
        [few] { $articles } статьи
       *[many] { $articles } статей
    }{ $notes ->
        [0] { "" }
        [one] { " " }({ $notes } примечание)
        [few] { " " }({ $notes } примечания)
       *[many] { " " }({ $notes } примечаний)
    }
figures-described =
    { $every ->
        [yes] все известны только по описанию
       *[no] известны только по описанию: { $described }
    }
figures-purposive = целенаправленный отбор, а не выборка публикаций
figures-unfinished = случайный отбор, из которого прочитаны ещё не все статьи, поэтому без интервалов
figures-probability = случайный отбор, вес статьи в долях обратен вероятности её отбора
figures-probability-alike = случайный отбор, все статьи считаются одинаково
figures-undeclared = способ отбора статей не указан
figures-read = прочтение: { $reading }, { $coders }
figures-read-alone = одного кодировщика
figures-adjudicated = по арбитражу, где он был, иначе по большинству, иначе по первому кодировщику
figures-coder =
    { $kind ->
        [machine] кодировано { $many ->
            [one] программой
           *[other] программами
        } ({ $coders })
       *[person] кодировано { $many ->
            [one] человеком
           *[other] людьми
        } ({ $coders })
    }
figures-codebook = кодификатор { $edition }

## Heads and cells that several figures share

figures-head-outlet = Издание
figures-head-event = Событие
figures-head-date = дата
figures-head-published = Дата выхода
figures-head-day = День
figures-head-record = Запись
figures-head-frame = Фрейм
figures-head-primary = Основной фрейм
figures-head-articles = статей
figures-head-share = доля
figures-head-difference = различие
figures-head-points = различие, п. п.
figures-head-p = p
figures-of = { $hits } из { $n }
figures-labelled = { $name }: { $what }
figures-none = нет

## Coverage and events

figures-coverage =
    Число статей в исследовании по изданиям и { $every ->
        [month] месяцам
        [quarter] кварталам
        [half] полугодиям
       *[year] годам
    }. Пустая ячейка не означает нуль.
figures-coverage-numbers = Прочерк — пустая ячейка, какова бы ни была причина.
figures-events = Число статей по событиям и изданиям; объемлющее событие — вместе со всеми его частями.
figures-head-on-it = статей о нём самом
figures-head-with-parts = вместе с частями
figures-timeline = Статьи по дате и основному фрейму; каждый знак — одна статья.
figures-timeline-bars = Число статей по периодам и основным фреймам, столбцами.

## Frames

figures-frame-by-outlet = Статьи с каждым основным фреймом из всех статей издания.
figures-cooccurrence = Статьи с обоими фреймами в любой роли; на диагонали — все статьи с данным фреймом.
figures-over-time =
    Статьи по основному и дополнительным фреймам, по { $every ->
        [month] месяцам
        [quarter] кварталам
        [half] полугодиям
       *[year] годам
    }: каждая в отдельности, а если у издания или стороны их пять и более хотя бы в половине { $every ->
        [month] месяцев
        [quarter] кварталов
        [half] полугодий
       *[year] лет
    }, то и доли. На бледных отрезках статей здесь нет, но это не означает нуль.
figures-over-time-peers = Серые знаки — другие издания.
figures-over-time-some =
    { $fewer ->
        [one] Показаны издания с наибольшим числом статей ({ $shown }); ещё у { $fewer } издания статей меньше.
       *[other] Показаны издания с наибольшим числом статей ({ $shown }); ещё у { $fewer } изданий статей меньше.
    }
figures-over-time-undated =
    { $articles ->
        [one] { $articles } статья без даты не показана.
        [few] { $articles } статьи без даты не показаны.
       *[many] { $articles } статей без даты не показано.
    }
figures-over-time-numbers = Число статей, где этот фрейм основной; после «+» — где он дополнительный. Если в периоде не менее 5 статей, дана доля, а где возможно — и её 95 %-й интервал; в долях общее описание считается один раз.
figures-over-time-articles = { $group }: статьи
figures-not-read = в этом прочтении нет
figures-head-group-frame = Издание и фрейм
figures-reliability = Альфа Криппендорфа с 95 %-м интервалом по { $draws } повторным выборкам статей (статьи с общим описанием отбираются вместе, начальное число { $seed }) и AC1. Все статьи исследования, включая дополнительные издания; кодификатор { $edition }{ $ground }.

## Values

figures-positions = Одна точка — одна статья; статьи без позиции и те, по источнику которых её не видно, вынесены на отдельные дорожки.
figures-positions-counted = Каждая ячейка — число статей за период; статьи без позиции и те, по источнику которых её не видно, вынесены в отдельные строки.
figures-positions-numbers = Медиана приводится, если позицию выражают не менее пяти статей.
figures-head-expressed = выражают позицию
figures-head-median = медиана (размах)
figures-head-not-expressed = не выражено
figures-head-not-applicable = неприменимо
figures-head-unknown = неизвестно
figures-median = { $median } (от { $low } до { $high })
figures-inferred = { " " }(из них выведено: { $articles })
figures-values-numbers = Число статей. Проценты — от статей, у которых значение есть, если их не менее { $least }; общее описание считается один раз. Статьи без значения указаны ниже, по причинам.
figures-values-sets = У статьи может быть несколько значений ({ $variables }), поэтому сумма может превышать и число статей, и 100 %.

## The course of coverage

figures-themes = Каждая статья по дате в строке каждого из её фреймов. Рамка вокруг квартала — тема, которую даёт ему сам источник; отрезок без единой статьи — серый, что не означает отсутствия публикаций.
figures-themes-counted = Число статей за период по основному измерению. Рамка вокруг квартала — тема, которую даёт ему сам источник; отрезок без единой статьи — серый, что не означает отсутствия публикаций.
figures-in-role =
    { $frame }, { $role ->
        [primary] основной
       *[secondary] дополнительный
    }
figures-excluded = вне анализа фреймов
figures-expectations = Одна точка — одна статья. Полосы — утверждения источника о стране в целом, о её прессе, чиновниках или общественном мнении; это не статьи, и ни в одно число они не входят.
figures-expectations-counted = Каждая ячейка — число статей за период. Полосы — утверждения источника о стране в целом, о её прессе, чиновниках или общественном мнении; это не статьи, и ни в одно число они не входят.
figures-head-country-position = Страна и позиция
figures-of-country = { $country }, { $what }
figures-answers = По дате; у статьи с несколькими ответами несколько точек.
figures-answers-counted = По периодам; статья с несколькими ответами учтена в каждом.
figures-head-answer = Ответ
figures-plans = Статьи о неосуществлённых планах, по дате и позиции.
figures-plans-counted = Статьи о неосуществлённых планах, по периоду и позиции.
figures-head-relation = связь с событием
figures-head-scale = Шкала
figures-head-position = позиция

## Two sides

figures-frames = Основные фреймы двух сторон — { $one } и { $other } — о событиях, освещённых обеими. В долях и проверках статьи одной стороны с общим описанием события считаются один раз.
figures-head-within = различие внутри событий, п. п.
figures-chance = Насколько расходятся стороны и насколько расходились бы при перестановке статей: малые выборки различаются уже случайно.
figures-head-divergence = Мера расхождения
figures-head-observed = наблюдаемое
figures-head-mean = в среднем случайно
figures-head-below = 95 % ниже
figures-head-shufflings = перестановок не больше наблюдаемого
figures-percent = { $percent } %
figures-choices = Величина различия (полная вариация долей внутри событий) при каждом сочетании условий анализа.
figures-days = Все события вместе, освещены ли они обеими сторонами или нет; статьи от { $before } дней до события и до { $after } дней после него.
figures-head-side-days = Сторона и дни
figures-head-events = событий
figures-side-days = { $side }, от { $first } до { $last }
figures-forest =
    { $apart ->
        [yes] Фреймы с наибольшими различиями
       *[no] Фрейм с наибольшим различием
    } по каждому событию, освещённому обеими сторонами. Отдельные события здесь не проверяются.
figures-forest-no-interval = Для всех событий вместе интервала нет: такой отбор его не допускает.
figures-squares =
    Один квадрат — одна статья { $about ->
        [event] об этом событии и его частях
       *[any] о любом событии
    }. Квадраты посчитаны, но не сравниваются.

## Papers in pairs

figures-distances = Расстояние Йенсена — Шеннона между основными фреймами на событиях, освещённых обоими изданиями, и расстояние, которое даёт перестановка.
figures-distances-some = Показаны { $shown } из { $papers } изданий — те, у которых больше всего пар с числом.
figures-distances-numbers = Проверок m = { $tests }; p относится только к этим изданиям и этим статьям.
figures-head-pair = Пара
figures-head-shared = общих событий
figures-head-distance = расстояние (случайное)
figures-head-p-articles = p, статьи
figures-head-without = почему числа нет
figures-apart = ни одного общего события
figures-without =
    { $code ->
        [purposive_sample] статьи отобраны как иллюстрация тезиса
        [undeclared_sample] способ отбора статей не указан
        [unfinished_sample] прочитаны ещё не все отобранные статьи
        [unequal_probabilities] вероятности отбора статей различны
        [too_few_articles] слишком мало статей
        [unattainable_p] при таком числе статей p не может быть достаточно мало
       *[other] { $reason }
    }
