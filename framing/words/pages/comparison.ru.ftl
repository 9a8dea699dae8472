# Pages that compare two sides: what their sections share, and the page of one event.

comparison-comma = { "; " }
comparison-semicolon = { "; " }
comparison-two = { $a } и { $b }
comparison-from-to = от { $a } до { $b }
comparison-or-more = { $least } или больше
comparison-span = от { $low } до { $high }
comparison-indicative = { $number } (ориентировочно)
comparison-share = { $share }{ $ends }, { $hits } из { $n }{ $few ->
        [yes] { " (ориентировочно)" }
       *[no] { "" }
    }
comparison-coder = кодировщик { $coder }
comparison-all-others = все остальные
comparison-listing = { $side }: { $papers }.
comparison-dated = { $kind ->
        [day] «{ $event }» ({ $first })
        [span] «{ $event }» (точный день неизвестен: { $first } — { $last })
       *[open] «{ $event }» (начало — { $first })
    }

## Why there is no number, and how the articles were chosen

comparison-no-number = Числа здесь не приводятся.
comparison-no-difference = Различие не приводится.
comparison-untested = Различие не проверяется.
comparison-no-p = Значение p не приводится.
comparison-chosen = Как отобраны статьи: { $how }
comparison-chosen-readings = Статьи ({ $articles }) у обеих сторон одни и те же: p показывает, расходятся ли прочтения двух кодировщиков больше, чем случайно, и ничего не говорит о газетах.
comparison-chosen-all =
    { $kind ->
        [census] взяты все, что нашёл поиск ({ $articles }); p показывает, больше ли различие, чем при случайном распределении статей между сторонами.
        [probability] случайная выборка ({ $articles }); p показывает, различаются ли издания или только выборка.
        [purposive] все ({ $articles }) — как иллюстрация тезиса; p ничего не говорит о газетах.
        [unfinished] случайно ({ $articles }), но прочитаны ещё не все отобранные; что p говорит о газетах, пока неизвестно.
       *[undeclared] способ отбора не указан ({ $articles }); что p говорит о газетах, неизвестно.
    }
comparison-chosen-ways = всего { $articles }, из них { $ways }.
comparison-chosen-way =
    { $kind ->
        [census] { $articles } — все найденные поиском (p показывает, больше ли различие, чем при случайном распределении статей между сторонами)
        [probability] { $articles } — случайная выборка (p показывает, различаются ли издания или только выборка)
        [purposive] { $articles } — отобраны как иллюстрация тезиса (p ничего не говорит о газетах)
        [unfinished] { $articles } — отобраны случайно, но прочитаны ещё не все отобранные (что p говорит о газетах, пока неизвестно)
       *[undeclared] { $articles } — отобраны неуказанным способом (что p говорит о газетах, неизвестно)
    }
comparison-untested-readings = Статьи ({ $articles }) у обеих сторон одни и те же: различия относятся к прочтениям двух кодировщиков и ничего не говорят о газетах.
comparison-untested-all = 
    { $kind ->
        [census] { $articles } — все найденные поиском.
        [probability] { $articles } — случайная выборка.
        [purposive] { $articles } — отобраны как иллюстрация тезиса и не говорят о том, как пишут газеты.
        [unfinished] { $articles } — отобраны случайно, но прочитаны ещё не все отобранные.
       *[undeclared] { $articles } — способ отбора не указан, и что они говорят о газетах, неизвестно.
    }
comparison-untested-way = 
    { $kind ->
        [census] { $articles } — все найденные поиском
        [probability] { $articles } — случайная выборка
        [purposive] { $articles } — отобраны как иллюстрация тезиса и не говорят о том, как пишут газеты
        [unfinished] { $articles } — отобраны случайно, но прочитаны ещё не все отобранные
       *[undeclared] { $articles } — способ отбора не указан, и что они говорят о газетах, неизвестно
    }
comparison-chosen-alike = Вероятности отбора статей, от { NUMBER($lowest, maximumSignificantDigits: 3) } до { NUMBER($highest, maximumSignificantDigits: 3) }, различаются так мало или у столь немногих статей, что при сравнении все статьи считаются одинаково.
comparison-on-request = Выборкой они считаются только потому, что так задано.

## Frames

comparison-frames = Основные фреймы
comparison-numbers = Число статей, доли, p и q каждого фрейма
comparison-head-frame = Фрейм
comparison-head-share = доля, взвешенное n
comparison-head-difference = различие, п. п.
comparison-head-p = p, статьи
comparison-head-reliability = надёжность
comparison-test =
    Различаются ли стороны по основным фреймам вообще? Перестановочный тест, статьи переставлялись { $events ->
        [1] внутри события
       *[other] внутри каждого из событий ({ $events })
    }: { $p } ({ $exact ->
        [yes] перебраны все варианты
       *[no] случайных вариантов: { $tables }
    }; наименьшее p, возможное для этих статей, — { $smallest }; статей или общих описаний — { $a } и { $b }). Это p относится только { $about ->
        [articles] к этим изданиям и этим статьям
       *[readings] к этим двум прочтениям этих статей
    }.
comparison-share-caption =
    Указано число статей; в долях статьи одной стороны с общим описанием события считаются один раз. { $by ->
        [events] 95 %-е интервалы исходят из независимости событий, а не статей
        [articles] 95 %-е интервалы исходят из независимости статей (интервалы Уилсона, для различий — Ньюкомба)
       *[none] Интервалы не приводятся
    }. Различие — первая сторона минус вторая, внутри событий. p и q относятся только { $about ->
        [articles] к этим изданиям и этим статьям
       *[readings] к этим двум прочтениям этих статей
    }. q — это p с поправкой на все m = { $tests } проверок: среди найденного при q до 0,05 случайным ожидается не более 5 % (BH — Бенджамини и Хохберг; BY — Бенджамини и Йекутиели, при любой зависимости проверок). α — согласие кодировщиков сверх случайного (альфа Криппендорфа), нижняя граница интервала; от 0,80 надёжно, от 0,667 — с оговорками.
comparison-stamp = α от { $low }
comparison-stamp-weak = α от { $low }: недостаточно надёжно
comparison-stamp-unknown = не оценивается

## How far apart

comparison-distance = Насколько стороны расходятся
comparison-distance-summary = Расхождения в сравнении со случайными и логарифм отношения шансов
comparison-distance-told = 
    { $measure }: { $observed }; { $beyond ->
        [yes] это больше, чем даёт случай
       *[no] столько даёт и случай
    } (95 % перестановок ниже { $chance }).
comparison-log-odds = Логарифм отношения шансов первой стороны ко второй, с информативным априорным распределением Дирихле, равносильным { $prior } статьям; в последнем столбце — с распределениями на { $priors }.
comparison-head-log-odds = логарифм отношения шансов [95 %]
comparison-head-priors = другие априорные

## Positions

comparison-positions = Позиции
comparison-positions-numbers = Медианы, вероятность превосходства и p каждой шкалы
comparison-head-scale = Шкала
comparison-head-medians = медианы
comparison-head-superiority = вероятность превосходства [95 %]
comparison-positions-caption = Указано число статей, занимающих позицию, о событиях, где её занимают обе стороны. Вероятность превосходства — вероятность того, что у статьи первой стороны значение выше, чем у статьи второй о том же событии (0,50 — различия нет); её проверяет p. Медианы приведены для описания и не проверяются.
comparison-no-scale = В кодификаторе нет порядковых шкал.
comparison-higher = { $one } и { $other }: значения первой стороны выше, чем второй: { $scales }.
comparison-unclear = Неясно: { $scales }. В этих статьях различие больше случайного, но интервал включает 0,50, то есть отсутствие различия.
comparison-apart = { $scale }, вероятность превосходства { $superiority }
comparison-superiority = { $one } и { $other }: вероятность превосходства — это вероятность того, что у статьи первой стороны значение выше, чем у статьи второй о том же событии; 0,50 означает, что различия нет.
comparison-same = В самих занятых позициях различие с поправкой не обнаружено: { $scales }.

## Who takes a position

comparison-expressed-caption = Доли — от n статей, о которых видно, занимают ли они позицию; стороны уравнены так, будто о каждом событии они написали поровну. Для различия дан 95 %-й интервал. Не видно — о скольких статьях этого сказать нельзя, у первой и второй стороны (общее описание считается один раз). Различие в худшем случае — если бы такие статьи занимали позицию только у одной стороны. Превосходство в худшем случае — если бы все статьи без позиции стояли у одной стороны на одном конце шкалы, а у другой — на другом. Статьи, к которым шкала неприменима, не учтены.
comparison-head-expressed = Занимает ли позицию
comparison-head-unseen = не видно
comparison-head-worst = различие в худшем случае
comparison-head-worst-superiority = превосходство в худшем случае
comparison-expressed-n = { $share }; n = { $n }
comparison-expressed-differs = Стороны различаются тем, как часто вообще занимают позицию (процентные пункты): { $scales }. Там сравниваются позиции только тех статей, где она есть, и различие может объясняться тем, кто её занимает. Худшие случаи ничего не предполагают об остальных статьях.

## Every test

comparison-family = Все проверки как одно семейство
comparison-family-summary =
    { $tests ->
        [one] { $tests } проверка с общей поправкой, с p и q
        [few] { $tests } проверки с общей поправкой, каждая с p и q
       *[many] { $tests } проверок с общей поправкой, каждая с p и q
    }
comparison-family-told = 
    Проверок: { $tests }; { $found ->
        [0] с поправкой не подтверждается ни одно различие.
       *[other] с поправкой подтверждаются ({ $found }): { $named }.
    }
comparison-family-caption = Проверок m = { $tests }; «найдено» — q (Бенджамини и Хохберг) не больше 0,05. Все p относятся только { $about ->
        [articles] к этим изданиям и этим статьям
       *[readings] к этим двум прочтениям этих статей
    }.
comparison-head-test = Проверка
comparison-found = найдено
comparison-test-primary = Все основные фреймы вместе
comparison-test-superiority = { $scale }: превосходство
comparison-test-expressed = { $scale }: занимает ли позицию
comparison-methods-summary = Абзац для переноса в статью

## One event

comparison-covered = Кто писал о событии
comparison-articles = Статьи
comparison-articles-summary = Все статьи по дням
comparison-aligned = Сопоставление по дням
comparison-all-events = Все события: { $one } и { $other }
comparison-level =
    { $level ->
        [own] Об этом событии есть статьи обеих сторон.
        [umbrella] Статей об этом событии у обеих сторон сразу нет. Стороны сходятся на объемлющем событии «{ $event }», части которого перечислены ниже.
       *[parts] Стороны сходятся на уровне этого объемлющего события: у обеих есть статьи о его частях. { $shared ->
            [0] Частей, о которых писали бы обе, нет.
           *[other] Частей, о которых писали обе: { $shared }.
        }
    }
comparison-parts = Части, о которых есть статьи, и статьи каждой стороны о них.
comparison-head-part = Часть
comparison-head-date = дата
comparison-coverage =
    { $narrowed ->
        [yes] Статьи о событии и его частях, независимо от выбранных сроков и авторов высказываний.
       *[no] Статьи о событии и его частях.
    } Дни считаются от события до самой ранней статьи по местному календарю каждого издания (из-за часовых поясов возможна разница в день). «Молчало» значит, что поиск ничего не нашёл; это не то же, что отсутствие поиска.
comparison-head-outlet = Издание
comparison-head-side = сторона
comparison-head-articles = статьи
comparison-head-first = первая
comparison-head-days = дней от события
comparison-head-state = состояние
comparison-state =
    { $state ->
        [covered] писало
        [silent] молчало: поиск ничего не нашёл
        [not_published] в эти дни не выходило
        [not_entered] найдено поиском, ещё не внесено
       *[not_searched] поиск не проводился
    }
comparison-undated = без даты
comparison-card-links = Каждая статья ведёт к своей карточке.
comparison-head-day = День
comparison-head-from-own = дней от своего события
comparison-summary = { $paper }: { $frame }
comparison-score = { $scale }: { $value }

## Closest pairs of different events

comparison-nearest = Самые близкие пары разных событий
comparison-nearest-summary =
    { $pairs ->
        [one] { $pairs } пара событий: каждое осветила одна из сторон
        [few] { $pairs } пары событий: каждое осветила одна из сторон
       *[many] { $pairs } пар событий: каждое осветила одна из сторон
    }
comparison-nearest-caption = Пары разных событий, каждое из которых осветила одна из сторон; сначала пары внутри одного объемлющего события. Между событиями — число дней, насколько известны даты. Между статьями — число дней между двумя ближайшими статьями.
comparison-head-by-first = Осветила сторона: { $side }
comparison-head-by-second = осветила сторона: { $side }
comparison-head-days-apart = дней между событиями
comparison-head-articles-apart = дней между статьями
comparison-head-umbrella = объемлющее событие
comparison-none = нет
comparison-day = { $day }
