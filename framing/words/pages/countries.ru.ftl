# Two countries, or any sides, over all events; and several sides.

countries-together = Все события вместе
countries-sides = Стороны
countries-readings = { $one } и { $other }: два прочтения одних и тех же статей.
countries-compared =
    { $same ->
        [yes] { $one } и { $other }: сравниваются издания, а не страны.
       *[no] { $one } и { $other }: сравниваются издания, а не страны; различие может объясняться не только страной, но и владельцем.
    }
countries-other =
    { $articles ->
       *[other] { $country } (статей: { $articles })
    }
countries-others = Здесь не сравниваются: { $countries }. Для другой пары назовите две стороны (--sides { $one },{ $third }), для всех пар — больше сторон (--sides { $one },{ $other },{ $third }), для сравнения одной стороны со всеми остальными — rest (--sides { $one },rest). Это параметры команды `framing compare --all --output DIR`.

## Event by event

countries-events = По событиям
countries-events-readings = События, прочитанные обоими
countries-events-tested =
    { $tests ->
       *[other] Каждое событие отдельно: проверок с p и q — { $tests }
    }
countries-events-untested =
    { $events ->
       *[other] Событий — { $events }, со статьями каждой стороны; для проверки статей не хватает ни по одному
    }
countries-events-caption = Статьи о каждом событии.
countries-tests-caption = Основные фреймы по каждому событию отдельно; m = { $tests } проверок составляют одно семейство. Переставляются статьи, поэтому p относится только к этим изданиям и этим статьям. Наименьшее p — лучшее, что возможно при таком числе статей. Прочерк: у одной из сторон меньше { $least } статей (общее описание считается один раз) или p не может достичь 0,05.
countries-head-event = Событие
countries-head-smallest = наименьшее p
countries-head-distance = расхождение (случайное)
countries-umbrellas = Объемлющие события, о которых писали обе стороны
countries-umbrellas-summary =
    { $events ->
       *[other] Объемлющие события, которые обе стороны осветили через их части: { $events }
    }
countries-umbrellas-intro = Эти объемлющие события осветили обе стороны, но через разные их части.
countries-umbrellas-caption = Объемлющие события, которые обе стороны осветили через их части, и статьи о них.
countries-head-umbrella = Объемлющее событие
countries-every-card = Со всеми карточками: <page>Сравнение: { $event }</page>.

## Several sides

countries-outlets = { $sides }: сравниваются издания, а не страны.
countries-many-title = { $sides }: { $about }
countries-against-rest = Каждая сторона в сравнении со всеми остальными
countries-every-pair = Все пары сторон
countries-pair = { $one } и { $other }
countries-pairs-untested =
    { $pairs ->
       *[other] Ни одну из пар ({ $pairs }) проверить нельзя; ниже указано, что для этого нужно каждой.
    }
countries-pairs =
    { $pairs ->
       *[other] Хотя бы по одному фрейму различаются { $apart } из { $pairs } пар
    }{ $kind ->
        [named] : { $named }.
       *[counted] .
    }
countries-pairs-corrected = Поправка для всех { $tests } проверок этих пар общая.
countries-pairs-left =
    { $pairs ->
       *[other] Проверить не удалось пар: { $pairs }.
    }
countries-no-common = нет общих событий
countries-not-compared = не сравнивается
countries-matrix = Сколько из проверенных фреймов различается с поправкой на все пары; п. п. — сторона строки минус сторона столбца, внутри общих событий.
countries-list = Сколько из проверенных фреймов различается с поправкой на все пары; п. п. — сторона строки минус все остальные вместе, внутри общих событий.
countries-head-side = Сторона
countries-head-differs = отличается от всех остальных
countries-each-frame = { $pair }: каждый фрейм
