# What the sections say that overview and dossiers share.

shared-ground = , { $ground ->
        [inferred] приписанные и выведенные значения
       *[attributed] только приписанные значения
    }
shared-own-name = { $name } ({ $own })
shared-separator = { "; " }
shared-between-names = { ", " }
shared-reading = Фреймы и позиции
shared-refused = Числа здесь нет. { $refusal }
shared-share-of = { $share }, { $hits } из { $n }
shared-share-indicative = { $share }, { $hits } из { $n } (ориентировочно)

## What is covered

shared-coverage = Что охвачено и что нет
shared-coverage-full =
    Статьи есть во всех ячейках ({ $cells }; { $every ->
        [month] издание × месяц
        [quarter] издание × квартал
        [half] издание × полугодие
       *[year] издание × год
    }).
shared-coverage-one =
    Статьи есть в { $held } из { $cells } ячеек ({ $every ->
        [month] издание × месяц
        [quarter] издание × квартал
        [half] издание × полугодие
       *[year] издание × год
    }); в остальных ({ $empty }) { $state ->
        [covered] статьи есть
        [silent] поиск ничего не нашёл
        [not_published] газета не выходила
        [not_entered] найденные поиском статьи ещё не внесены
       *[not_searched] поиск не проводился
    }.
shared-coverage-states =
    Статьи есть в { $held } из { $cells } ячеек ({ $every ->
        [month] издание × месяц
        [quarter] издание × квартал
        [half] издание × полугодие
       *[year] издание × год
    }); остальные ({ $empty }): { $states }.
shared-coverage-state =
    { $state ->
        [covered] статьи есть
        [silent] поиск ничего не нашёл
        [not_published] газета не выходила
        [not_entered] найдено, но не внесено
       *[not_searched] поиск не проводился
    } — { $cells }
shared-state =
    { $state ->
        [covered] есть статьи
        [silent] молчание: искали, не найдено
        [not_published] газета в эти дни не выходила
        [not_entered] найдено поиском, не внесено
       *[not_searched] не искали
    }

## Frames

shared-timeline = Что и когда было сказано
shared-frames = Фреймы
shared-frame = Фрейм
shared-primary = основной
shared-share = доля
shared-any = в любой роли
shared-counted =
    { $articles ->
        [one] Подсчитано по { $articles } статье.
       *[other] Подсчитано по { $articles } статьям.
    }
shared-counted-together =
    { $articles ->
        [one] Подсчитано по { $articles } статье (описаний: { $descriptions }).
       *[other] Подсчитано по { $articles } статьям (описаний: { $descriptions }).
    }
shared-roles = Основной фрейм — тот, без которого статья теряет смысл; «в любой роли» учитывает и дополнительные, поэтому сумма может не совпадать с числом статей.
shared-shares-of-articles = Доли — от числа статей исследования; общее описание считается один раз.
shared-shares-of-list = Доли относятся к списку, из которого отобраны статьи («4,2 из 9,8» — в пересчёте на статьи равного веса); общее описание считается один раз.
shared-absent = Ни в одной статье здесь не встретились: { $frames }. О газетах в целом это ничего не говорит.
shared-frame-by-outlet = Кто на чём делает акцент
shared-over-time = Фреймы во времени
shared-cut = Основные фреймы до и после события «{ $event }» ({ $date }). В долях общее описание считается один раз.
shared-cut-before = до (из { $articles })
shared-cut-after = после (из { $articles })
shared-cooccurrence = Какие фреймы встречаются вместе

## Events

shared-events = События, о которых писали и не писали
shared-no-event = Ни одна его статья не связана с событием из реестра.
shared-uncovered =
    { $events ->
        [one] О { $events } событии реестра статей здесь нет ({ $states }): { $names }.
       *[other] О { $events } событиях реестра статей здесь нет ({ $states }): { $names }.
    }
shared-uncovered-here =
    { $events ->
        [one] О { $events } событии реестра ({ $states }) у других изданий статьи есть, а у этого нет: { $names }.
       *[other] О { $events } событиях реестра ({ $states }) у других изданий статьи есть, а у этого нет: { $names }.
    }
shared-uncovered-state =
    { $state ->
        [covered] есть статьи
        [silent] искали, не найдено
        [not_published] газета не выходила
        [not_entered] найдено, не внесено
       *[not_searched] не искали
    } — { $events }
shared-absent-frame = «{ $frame }»
