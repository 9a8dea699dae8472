# The page of reliability: agreement, disagreements, adjudication and readings.

reliability-agreement = Согласованность
reliability-coded =
    { $articles ->
        [one] { $articles } статья закодирована
        [few] { $articles } статьи закодированы
       *[many] { $articles } статей закодировано
    } независимо; число кодировщиков: { $coders }.
reliability-rule = По правилу Криппендорфа переменная надёжна при альфе не ниже { NUMBER($rely, minimumFractionDigits: 3) }, а начиная с { NUMBER($tentative, minimumFractionDigits: 3) } допускает предварительные выводы. Здесь это правило применяется не к самой альфе, а к нижней границе её интервала. Отказаться от суждения или объединить его с другим следует лишь тогда, когда низка сама альфа. Если же только интервал слишком широк, вывод остаётся открытым и указано, сколько ещё статей, закодированных с той же согласованностью, его достаточно сузят.
reliability-limits = Если кодировщики ни разу не разошлись, интервал таков, какой допускает это число статей без расхождений (Клоппер и Пирсон). Если среди кодировщиков меньше двух людей, вывод о надёжности не делается.
reliability-steps = Переменная проверяется в три шага, каждый — на статьях, оставшихся после предыдущего: видно ли это (нет — источник этого не показывает, и ответа нет), выражено ли (нет — «не выражено» или «неприменимо»: и то и другое видно) и каково значение.
reliability-machines =
    { $machines ->
        [one] { $machines } из { $coders } кодировщиков — языковая модель ({ $names }).
       *[other] { $machines } из { $coders } кодировщиков — языковые модели ({ $names }).
    } Разные запуски одной модели ошибаются одинаково: их согласованность показывает, насколько последовательно модель применяет кодификатор. Она не показывает, что люди пришли бы к тому же или что кодирование верно.
reliability-simulated =
    { $machines ->
        [one] { $machines } из { $coders } кодировщиков — имитированный ({ $names }).
       *[other] { $machines } из { $coders } кодировщиков — имитированные ({ $names }).
    } Их ответы создала программа: согласие показывает лишь, сколько ошибок она внесла намеренно, и ничего не говорит о людях.
reliability-earlier = Согласованность по кодификатору { $edition }
reliability-earlier-apart = Кодирование по кодификатору { $edition } не объединяется с другим: ответы в нём означают иное. Его надёжность относится к той версии, которой пользовались кодировщики, и ничего не говорит о нынешней.
reliability-refused = Число здесь не приводится.
reliability-single-coder =
    { $others ->
        [0] Ни одна статья не закодирована независимо дважды на основном этапе.
       *[other] Ни одна статья не закодирована независимо дважды на основном этапе. Учебное, пробное и арбитражное кодирование (здесь: { $others }) не учитывается: оно не независимо.
    } Требуется второй кодировщик, который не видит записей первого.

## The table of agreement

reliability-judgement = Суждение
reliability-units = статей
reliability-commonest = самый частый ответ
reliability-percent = доля совпадений
reliability-alpha = альфа
reliability-interval = 95 %-й интервал
reliability-ac1 = AC1
reliability-verdict = вывод
reliability-note = Статьи — те, о которых судили хотя бы два кодировщика. Самый частый ответ приведён с его долей среди всех ответов. Доля совпадений — средняя доля совпавших пар.
reliability-commonest-share = { $answer } { $share }
reliability-answer =
    { $answer ->
        [yes] да
        [none] нет
        [missing] нет значения
        [attributed] приписано
        [inferred] выведено
       *[other] { $answer }
    }
reliability-figure = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
reliability-bounds = от { NUMBER($low, minimumFractionDigits: 2) } до { NUMBER($high, minimumFractionDigits: 2) }
reliability-judged =
    { $code ->
        [one_person] вывода нет: среди кодировщиков лишь один человек, это не надёжность
        [programs] вывода нет: это устойчивость программ, а не надёжность
        [drop] выводы недопустимы: исключить или объединить
        [rely] надёжно
        [tentative] только предварительные выводы
       *[undecided]
            { $more ->
                [-1] не решено: альфа может быть ниже { NUMBER($floor, minimumFractionDigits: 3) }; для решения нужно очень много статей
               *[other] не решено: альфа может быть ниже { NUMBER($floor, minimumFractionDigits: 3) }; для решения нужно ещё около { $more } статей
            }
    }
reliability-unjudged =
    { $code ->
        [no_interval] интервала нет: { $because }
       *[not_estimable] не оценивается: { $because }
    }
reliability-because =
    { $code ->
        [fewer_than_five_positives] отмечено менее чем в пяти статьях
        [no_variation] все сравнимые ответы одинаковы, поэтому согласие не отличить от случайного
        [fewer_than_two_coders] ответили меньше двух кодировщиков
        [no_pairable_units] ни на одну статью не ответили двое кодировщиков
        [undefined_draws] не менее чем в половине повторных выборок коэффициент не определён
        [no_spread] все повторные выборки дают одно значение, и неопределённость неизвестна
        [hangs_on_one_unit] без одной статьи или группы статей коэффициент не определён
        [too_few_units] для повторной выборки есть лишь одна статья или группа статей
       *[other] { $reason }
    }

## For a methods section

reliability-methods = Для раздела о методах
reliability-one-coder = Кодировщик только один, поэтому сообщать о надёжности пока нечего.
reliability-coder =
    { $kind ->
        [machine] { $coder } (программа)
       *[person] { $coder } (человек)
    }
reliability-methods-coded =
    Независимо закодировано { $twice } из { $articles ->
        [one] { $articles } статьи
       *[other] { $articles } статей
    }; кодировщики ({ $coders }): { $named }; кодификатор { $codebook } { $edition }.
reliability-methods-alpha = Надёжность приводится для каждой переменной как альфа Криппендорфа (номинальная; для шкал — порядковая; для наборов — с расстояниями MASI и Жаккара) с 95 %-ми перцентильными интервалами по { $draws } бутстреп-выборкам статей (статьи с общим описанием отбираются вместе, начальное число { $seed }), а также доля совпадений и AC1 Гвета.
reliability-methods-steps = Каждая переменная проверялась по шагам: позволяет ли источник об этом судить, выражено ли это там, где судить можно, и каково значение там, где оно выражено; согласие в том, что судить нельзя, не считается согласием о значении. Суждения, вынесенные менее чем о пяти статьях, считаются не поддающимися оценке.
reliability-methods-computed = Коэффициенты вычислены программой framing, самопроверка которой воспроизводит 96 опубликованных значений.
reliability-methods-settled = Расхождения разрешены арбитром: { $named }.

## Disagreements

reliability-disagreements = Расхождения
reliability-agree = Кодировщики во всём согласны.
reliability-differ =
    Кодировщики расходятся в { $articles ->
        [one] { $articles } статье
       *[other] { $articles } статьях
    }, всего в { $values ->
        [one] { $values } значении
       *[other] { $values } значениях
    }.
reliability-listed = Здесь приведены первые { $listed }; все выводит команда `framing agreement disagreements`.
reliability-record = Запись
reliability-value = Значение
reliability-answers = Ответы
reliability-evidence = Основания

## Adjudication

reliability-adjudication = Арбитраж
reliability-adjudicated =
    { $articles ->
        [one] Арбитраж проведён по { $articles } статье
       *[other] Арбитраж проведён по { $articles } статьям
    }; арбитр: { $by }.
reliability-overruled = Значения, изменённые арбитражем, по кодировщикам: { $shares }.
reliability-overruled-share = { $coder } — { $changed } из { $of } ({ NUMBER($share, minimumFractionDigits: 1, maximumFractionDigits: 1) } %)
reliability-why = Причины расхождений: { $reasons }.
reliability-raw = Исходное кодирование сохранено без изменений.
reliability-reason =
    { $reason ->
        [ambiguous_source] источник допускает оба прочтения
        [codebook_gap] кодификатор не решает этот случай
        [slip] кодировщик упустил правило или место в тексте
       *[translation] кодировщики по-разному поняли слово
    }
reliability-reason-count = { $reason } ({ $decisions })
reliability-follows = чей ответ принят
reliability-secondary = Дополнительные фреймы
reliability-others = Другие события
reliability-none = нет
reliability-neither = ни одно
reliability-why-differed = Причина расхождения
reliability-argument = Довод
reliability-confused = Ответы кодировщиков, вместо которых арбитраж принял иное значение.
reliability-settled-as = принято
reliability-confused-with = вместо
reliability-articles = статей
reliability-exception = Арбитр { $adjudicator } был одним из кодировщиков ({ $coder }), поэтому его решения не независимы от кодирования. Записанная причина: { $reason }.

## Readings

reliability-readings = Что меняет выбор прочтения
reliability-readings-note = Те же числа при каждом прочтении кодирования. При прочтении «после арбитража» статья без арбитражной записи читается по большинству, а без большинства решает кодировщик, названный в coders.json первым.
reliability-reading = Прочтение
reliability-rule-of =
    { $rule ->
        [adjudicated] после арбитража
        [majority] по большинству
        [coder] кодировщик { $coder }
       *[other] { $coder }
    }
reliability-used = { $rule } (принято здесь)
reliability-changed-primary = изменилось основных фреймов
reliability-changed-frames = изменилось наборов фреймов
reliability-changed-events = изменилось событий
reliability-changed-values = изменилось значений
reliability-primary-in = «{ $frame }» — основной фрейм
reliability-moves-most = основной фрейм, изменившийся сильнее всего
reliability-moves = { $frame } { $by }
reliability-moves-none = нет
