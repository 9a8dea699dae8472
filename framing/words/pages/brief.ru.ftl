# "In brief": the first section of every page. Each message is one sentence; findings first, then what they rest on, then limits.

brief = Коротко
between-sentences = { " " }

## What leads

brief-leading-counts =
    { $many ->
        [one] Из закодированных статей ({ $of }) чаще всего встречается <frames>основной фрейм</frames> (измерение фрейма, на котором держится статья) { $named }.
       *[other] Из закодированных статей ({ $of }) чаще всего встречаются <frames>основные фреймы</frames> (измерения фрейма, на которых держатся статьи) { $named }.
    }
brief-leading-all =
    { $of ->
        [1] У { $of } закодированной статьи <frames>основной фрейм</frames> — «{ $frame }».
        [2] У обеих закодированных статей ({ $of }) <frames>основной фрейм</frames> — «{ $frame }».
       *[other] У всех закодированных статей ({ $of }) <frames>основной фрейм</frames> — «{ $frame }».
    }
brief-leading-shares =
    { $many ->
        [one] В закодированных статьях ({ $of }) чаще всего встречается <frames>основной фрейм</frames> (измерение фрейма, на котором держится статья) { $named }; в скобках — 95 %-й интервал.
       *[other] В закодированных статьях ({ $of }) чаще всего встречаются <frames>основные фреймы</frames> (измерения фрейма, на которых держатся статьи) { $named }; в скобках — 95 %-е интервалы.
    }
brief-leading-none = Ни один <frames>основной фрейм</frames> не преобладает: в закодированных статьях ({ $of }) их { $different }.
brief-count = «{ $frame }» ({ $articles })
brief-share = «{ $frame }» ({ $share } [{ $low }; { $high }])
brief-nothing-coded = Ни одна статья этой группы не закодирована, поэтому о фреймах ничего сказать нельзя; нужны кодировки.
brief-paper-nothing-coded = Ни одна статья издания «{ $paper }» не закодирована, поэтому о его фреймах ничего сказать нельзя; нужны кодировки его статей.

## Two sides

brief-side = { $papers } ({ $country })
brief-side-counted = { $country } (изданий: { $papers })
brief-differences = { $one } и { $other } по общим событиям ({ $events }): { $papers ->
       *[other] у первой стороны
    } <frames>основной фрейм</frames> { $clauses }, с поправкой на проверки сравнения ({ $tests }; 95 %-е интервалы).
brief-more = «{ $frame }» на { $apart } п. п. чаще [{ $low }; { $high }]
brief-less = «{ $frame }» на { $apart } п. п. реже [{ $low }; { $high }]
brief-differences-too = Сохраняются и <frames>различия</frames> по фреймам { $named }.
brief-others-within =
    { $others ->
        [one] По остальному { $others } фрейму различие не подтверждается; его 95 %-й интервал отстоит от нуля не более чем на { $within } п. п.
       *[other] По остальным { $others } фреймам различия не подтверждаются; их 95 %-е интервалы отстоят от нуля не более чем на { $within } п. п.
    }
brief-none-stands = По общим событиям ({ $events }) <frames>различия основных фреймов</frames> двух сторон, { $one } и { $other }, не подтверждаются с поправкой на все проверки этого сравнения ({ $tests }).
brief-none-stands-within = По общим событиям ({ $events }) <frames>различия основных фреймов</frames> двух сторон, { $one } и { $other }, не подтверждаются с поправкой на все проверки этого сравнения ({ $tests }); 95 %-е интервалы допускают до { $within } п. п.
brief-doubtful = По общим событиям ({ $events }) <frames>основные фреймы</frames> двух сторон, { $one } и { $other }, различаются с поправкой на все проверки этого сравнения ({ $tests }): { $named }, но вывода из этого не следует: { $why }.
brief-doubtful-too = С поправкой подтверждается и различие: { $named }, но вывода из этого не следует: { $why }.
brief-doubt-unclear = от события к событию различие так меняется, что интервал включает 0
brief-doubt-no-difference = интервал допускает отсутствие различия
brief-doubt-few = у одной из сторон меньше { $enough } статей, если описанные вместе считать за одну
brief-doubt-no-interval = для интервала слишком мало событий
brief-doubt-stamped = согласие кодировщиков недостаточно
brief-doubt-overturned = различие могло возникнуть из одних ошибок кодирования
brief-doubt-of = { $why } ({ $named })
brief-scales = Различаются <positions>позиции</positions>; { $one }: { $papers ->
       *[other] оценки
    } { $scales }.
brief-scale-higher = выше по шкале «{ $scale }»
brief-scale-lower = ниже по шкале «{ $scale }»
brief-scale-more = чаще по шкале «{ $scale }»
brief-scale-less = реже по шкале «{ $scale }»
brief-expressed = Различается и то, как часто вообще <positions>занимают позицию</positions>; { $papers ->
       *[other] { $one }
    }: { $scales }.
brief-scales-doubtful = С поправкой подтверждается <positions>различие</positions> по шкалам: { $named }, но вывода из этого не следует: { $why }.
brief-no-common = В исследовании нет события, о котором есть <events>статьи обеих сторон</events> ({ $one } и { $other }), поэтому сравнить их фреймы нельзя; нужны статьи обеих сторон об одном событии.
brief-nothing-compared = { $one } и { $other }: сравнить нельзя; нужны закодированные статьи обеих сторон.
brief-too-few = Статей здесь слишком мало для сравнения: { $one } — { $a }, { $other } — { $b }; нужно не менее { $side } с каждой стороны об одном событии.
brief-no-common-part = { $one } ({ $a }) и { $other } ({ $b }): статьи посвящены разным событиям внутри этого, поэтому сравнить их нельзя; нужно не менее { $side } с каждой стороны об одном событии.
brief-untested = { $one } (статей: { $a }) и { $other } ({ $b }) <frames>сопоставлены</frames>, но не проверены на различие из-за способа отбора статей; нужны все статьи, которые находит указанный поиск.
brief-unattainable = { $one } (статей: { $a }) и { $other } ({ $b }) <frames>сопоставлены</frames>, но не проверены на различие: столь малое число статей не могло бы его показать; нужно больше статей обеих сторон об общих событиях.
brief-rests-compared = Основа — статьи первой стороны ({ $a }) и второй ({ $b }) о событиях ({ $events }).
brief-alpha = Альфа Криппендорфа для основного фрейма в каждом языке не ниже { NUMBER($alpha, minimumFractionDigits: 2, maximumFractionDigits: 2) } (<reliability>нижняя граница 95 %-го интервала</reliability>).

## Turns of papers

brief-turns = После события «{ $event }» ({ $day }) по сравнению с прежним: { $clauses }, с поправкой на все проверки изменений ({ $tests }; 95 %-е интервалы).
brief-paper-turns = После события «{ $event }» ({ $day }) у издания «{ $paper }» основной фрейм { $clauses }, чем прежде, с поправкой на все проверки изменений ({ $tests }; 95 %-е интервалы).
brief-turn-more = { $paper }: фрейм «{ $frame }» на { $apart } п. п. чаще [{ $low }; { $high }]
brief-turn-less = { $paper }: фрейм «{ $frame }» на { $apart } п. п. реже [{ $low }; { $high }]
brief-no-turns = После события «{ $event }» ({ $day }) изменения основных фреймов изданий не подтверждаются с поправкой на все проверки изменений ({ $tests }).
brief-no-turn = После события «{ $event }» ({ $day }) изменения основных фреймов издания «{ $paper }» не подтверждаются с поправкой на все проверки изменений ({ $tests }).

## An event

brief-event =
    { $articles ->
        [1] <covered>Об этом событии</covered> есть { $articles } статья: { $day } ({ $paper }).
        [one] <covered>Об этом событии</covered> есть { $articles } статья (изданий: { $papers }), первая — { $day } ({ $paper }).
        [few] <covered>Об этом событии</covered> есть { $articles } статьи (изданий: { $papers }), первая — { $day } ({ $paper }).
       *[many] <covered>Об этом событии</covered> есть { $articles } статей (изданий: { $papers }), первая — { $day } ({ $paper }).
    }
brief-event-undated =
    { $articles ->
        [one] <covered>Об этом событии</covered> есть { $articles } статья без даты (изданий: { $papers }).
        [few] <covered>Об этом событии</covered> есть { $articles } статьи без даты (изданий: { $papers }).
       *[many] <covered>Об этом событии</covered> есть { $articles } статей без даты (изданий: { $papers }).
    }
brief-silent =
    { $many ->
        [one] Поиск по изданию { $papers } <covered>статей не нашёл</covered>.
       *[other] Поиск по изданиям { $papers } <covered>статей не нашёл</covered>.
    }
brief-unsearched =
    { $many ->
        [one] По изданию { $papers } <covered>поиск не проводился</covered>, поэтому молчало ли оно, неизвестно.
       *[other] По изданиям { $papers } <covered>поиск не проводился</covered>, поэтому молчали ли они, неизвестно.
    }

## What it rests on

brief-rests =
    { $articles ->
        [one] Основа — { $articles } статья
        [few] Основа — { $articles } статьи
       *[many] Основа — { $articles } статей
    } { $papers ->
        [one] { $papers } издания
       *[other] { $papers } изданий
    }{ $together }, { $days ->
        [0] { $first }
       *[other] с { $first } по { $last }
    }
brief-rests-undated =
    { $articles ->
        [one] Основа — { $articles } статья без даты
        [few] Основа — { $articles } статьи без даты
       *[many] Основа — { $articles } статей без даты
    } { $papers ->
        [one] { $papers } издания
       *[other] { $papers } изданий
    }{ $together }.
brief-together = { " " }({ $n }, если описанные вместе считать за одну)
brief-how =
    { $articles ->
        [1] О статье: { $how }.
       *[other] О статьях: { $how }.
    }
brief-read =
    { $part ->
        [0] известны по самим газетам
       *[other] { $every ->
            [yes] известны лишь частично, например по заголовку
           *[no] известны по самим газетам ({ $part } — лишь частично)
        }
    }
brief-described = известны только в пересказе
brief-some-described = часть (статей: { $described }) известна только в пересказе
brief-census = взято всё, что нашёл поиск
brief-probability = случайная выборка
brief-purposive = отобраны для иллюстрации тезиса
brief-undeclared = способ отбора не указан
brief-simulated = созданы программой
brief-people =
    { $people ->
        [1] закодированы одним человеком
       *[other] закодированы независимо друг от друга несколькими людьми (кодировщиков: { $people }; не менее чем двумя — { $once ->
            [0] все
           *[other] { $twice }
        })
    }
brief-machines =
    { $machines ->
        [1] закодированы языковой моделью
       *[other] закодированы языковыми моделями (прогонов: { $machines }; не менее двух раз — { $once ->
            [0] все
           *[other] { $twice }
        })
    }
brief-simulated-coders =
    { $machines ->
        [1] закодированы одним имитированным кодировщиком
       *[other] закодированы имитированными кодировщиками ({ $machines })
    }

## What may not be concluded

brief-limit-simulated = Исследование имитационное: <limits>о настоящих газетах оно ничего не говорит</limits>.
brief-limit-purposive = Статьи отобраны, поэтому <limits>о том, как пишут газеты, судить нельзя</limits>; нужны все статьи, которые находит указанный поиск, или случайная выборка.
brief-limit-undeclared = Способ отбора статей не указан, поэтому <limits>о том, как пишут газеты, судить нельзя</limits>; нужны все статьи, которые находит указанный поиск, или случайная выборка.
brief-limit-few =
    { $articles ->
        [one] По { $articles } статье видно, что такое встречается, <limits>но не как часто</limits>.
       *[other] По { $articles } статьям видно, что такое встречается, <limits>но не как часто</limits>.
    }
brief-limit-described = Самих статей никто не читал, поэтому их <limits>выражения, тон и место на полосе</limits> неизвестны.
brief-limit-one-coder = Статьи читал один кодировщик, поэтому <limits>о надёжности ничего не известно</limits>.
brief-limit-machine = Статьи закодированы языковыми моделями; <limits>согласие с людьми</limits> не измерено.
brief-limit-one-paper = Сторону { $paper } представляет одно издание: отличие может объясняться страной, владельцем или самим изданием.
brief-limit-papers = Различия относятся к этим изданиям в этих статьях; отличаются ли другие издания, неизвестно.
brief-limit-papers-hold = Различия сохраняются и при обмене <papers>изданий целиком</papers> между сторонами; их причина остаётся открытой.
brief-limit-papers-do-not = При обмене <papers>изданий целиком</papers> между сторонами различия не подтверждаются; о других изданиях ничего не следует.
brief-limit-readings = Обе стороны — прочтения одних и тех же статей, поэтому различие относится к кодировщикам, а не к газетам.

## Questions, reliability, records, ledger, handbook

brief-questions = Вопросов — { $questions }: <verdicts>с ответом — { $answered }</verdicts>, с примерами — { $illustrated }, без ответа — { $refused }.
brief-bearing = Хотя бы к одному вопросу относятся { $bearing } из закодированных статей ({ $of }).
brief-answered = Ответ означает, что в исследовании достаточно статей для собственной доли или есть статья, решающая вопрос об утверждении, а не что известно о газетах в целом.
brief-no-reliability =
    { $coders ->
        [1] Кодировщик один, поэтому о надёжности ничего сказать нельзя; нужна вторая независимая кодировка.
       *[other] О надёжности ничего сказать нельзя; нужны статьи, независимо закодированные двумя кодировщиками.
    }
brief-coders =
    { $machines ->
        [0] { $people ->
            [one] { $people } человек
            [few] { $people } человека
           *[many] { $people } человек
        }
       *[other] { $people ->
            [0] Языковые модели (прогонов: { $machines })
           *[other] Люди ({ $people }) и языковые модели ({ $machines })
        }
    } <coefficients>независимо</coefficients> закодировали статьи ({ $articles }).
brief-coders-simulated =
    { $machines ->
        [1] Один имитированный кодировщик <coefficients>независимо</coefficients> закодировал статьи ({ $articles }).
       *[other] Имитированные кодировщики ({ $machines }) <coefficients>независимо</coefficients> закодировали статьи ({ $articles }).
    }
brief-primary = Альфа Криппендорфа для основного фрейма — { NUMBER($alpha, minimumFractionDigits: 2, maximumFractionDigits: 2) } (95 %-й интервал от { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } до { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }).
brief-judged = Из { $judgements } суждений альфу можно оценить для { $estimable }; её нижняя граница достигает 0,800 для { $rely } и 0,667 для { $tentative }.
brief-stability = Согласие языковых моделей показывает их устойчивость, а не то, что согласились бы люди или что кодировки верны.
brief-stability-simulated = Согласие имитированных кодировщиков показывает лишь, сколько ошибок внесла программа, и ничего не говорит о людях.
brief-agreement = Согласие показывает, что кодификатор применяется одинаково, а не что кодировки верны.
brief-no-records = В исследовании пока нет статей.
brief-cards = Каждая <cards>карточка</cards> сообщает, что было напечатано, как это прочитано и на чём прочтение основано.
brief-no-source = Исследование не опирается на источники: статьи прочитаны непосредственно.
brief-ledger = Источников — { $sources }, <ledger>примечаний</ledger> — { $notes }; к статьям ({ $articles }) ведут { $used } из них.
brief-ledger-empty = Источников — { $sources }; <ledger>примечания</ledger> к ним не записаны.
brief-dates =
    { $dates ->
        [0] Все даты — как в источнике.
        [one] <corrections>Дата</corrections> { $dates } статьи исправлена или под сомнением.
       *[other] <corrections>Даты</corrections> { $dates } статей исправлены или под сомнением.
    }
brief-claims =
    { $claims ->
        [one] Учтено { $claims } утверждение об освещении событий.
        [few] Учтено { $claims } утверждения об освещении событий.
       *[many] Учтено { $claims } утверждений об освещении событий.
    }
brief-handbook = По версии { $edition } кодификатора определяют фреймы ({ $frames }) и другие признаки ({ $variables }).
brief-handbook-use = Здесь определено, что означает каждое число этого отчёта.
