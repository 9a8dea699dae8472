# The page of questions. Pieces such as questions-asked stand in sentences of this file alone, so each language shapes them as it needs.

questions-many = На сколько вопросов есть ответ
questions-sums = Вопросов: { $questions }; с ответом — { $answered }, с примерами — { $illustrated }, без ответа — { $refused }.
questions-bearing =
    { $articles ->
        [0] Ни одна из закодированных статей ({ $of }) не относится ни к одному вопросу.
       *[other] Хотя бы к одному вопросу относятся { $articles } из { $of } закодированных статей.
    }
questions-verdict =
    { $verdict ->
        [answered] Есть ответ
        [illustrated] Есть примеры
       *[refused] Нет ответа
    }
questions-verdict-sentence = { $verdict }.
questions-ruled = { $verdict }: { $rule }
questions-rule =
    { $verdict ->
        [answered] ответ содержат не менее { $fewest } статей (статьи с общим описанием считаются за одну). Если ответы даются по группам, столько статей нужно в двух группах, а при сопоставлении — у обеих газет. Кто писал о событии, считается выясненным, только если поиск нашёл все статьи или показал, что их нет. Утверждение считается проверенным, только если статьи его подтверждают или опровергают; утверждение об умолчании опровергает одна статья, где об этом сказано.
        [illustrated] ответ содержат некоторые статьи, но их слишком мало или неизвестно, сколько есть ещё. Указаны их число и записи.
       *[refused] ответа не содержит ни одна статья. Указано, что потребовалось бы.
    }
questions-which =
    { $many ->
        [1] Вопрос { $questions }.
       *[other] Вопросы { $questions }.
    }
questions-meant = «Есть ответ» не значит, что известно о газетах в целом: это значит, что в исследовании достаточно статей для доли или есть статья, которая решает судьбу утверждения. Если в вопросе не названы газеты, он задан основной группе изданий. Выбор группы и голоса ответа не меняет, а способ прочтения статей — меняет.
questions-part = { $quarter }: { $theme }
questions-title = { $place }. { $question }

## Pieces

questions-number = { $articles }
questions-number-fewer = { $articles } ({ $fewer })
questions-asked = { $articles }
questions-asked-fewer = { $articles }, { $fewer }
questions-descriptions =
    { $descriptions ->
        [one] по { $descriptions } описанию
       *[other] по { $descriptions } описаниям
    }
questions-counted-as = в пересчёте { $n }
questions-answer = «{ $answer }» — { $count }
questions-answer-share = «{ $answer }» — { $count } ({ $share })
questions-or = { " или " }
questions-then = { "; затем " }
questions-by =
    { $by ->
        [outlet] по изданиям
        [country] по странам изданий
       *[quarter] по кварталам
    }
questions-around = до события «{ $event }» и после
questions-before = до
questions-since = после
questions-group = { $group } ({ $asked }): { $answers }
questions-group-fewer = { $group } ({ $asked }; ответы { $fewer }): { $answers }
questions-group-of = { $group } — { $count } из { $of }
questions-group-rest = { $group } ({ $articles })
questions-groups-silent = { $groups }; без ответа: { $rest }
questions-groups-unknown = { $groups }; не известны: { $rest }
questions-frames-named =
    { $role ->
        [primary] Основные фреймы
       *[any] Фреймы
    }

## Values and frames

questions-none-asked = В исследовании нет статей, к которым относился бы этот вопрос.
questions-unanswered =
    { $articles ->
        [1] Единственная статья не отвечает на вопрос «{ $variable }».
       *[other] Ни одна из спрошенных статей ({ $articles }) не отвечает на вопрос «{ $variable }».
    }
questions-silent = Без ответа: { $reasons }.
questions-silent-reason = { $reason } — { $count }
questions-values =
    { $articles ->
       *[other] «{ $variable }»: ответ есть в { $given } из спрошенных статей ({ $asked }): { $answers }.
    }
questions-values-one = Единственная статья отвечает на вопрос «{ $variable }»: { $answers }.
questions-values-apart = «{ $variable }», { $parts } (в скобках — спрошено статей): { $groups }.
questions-values-focus = Статьи с ответом «{ $answer }» из отвечающих на вопрос «{ $variable }», { $parts }: { $groups }.
questions-frames = { $named } статей ({ $asked }): { $answers }.
questions-frames-apart = { $named }, { $parts } (в скобках — число статей): { $groups }.
questions-focus-apart =
    { $role ->
        [primary] Статьи с основным фреймом «{ $frame }», { $parts }: { $groups }.
       *[any] Статьи с фреймом «{ $frame }», { $parts }: { $groups }.
    }
questions-focus-primary =
    { $articles ->
        [0] Ни в одной из спрошенных статей ({ $asked }) «{ $frame }» не основной фрейм.
       *[other] «{ $frame }» — основной фрейм в { $articles } из спрошенных статей ({ $asked }).
    }
questions-focus-any =
    { $articles ->
        [0] Ни в одной из спрошенных статей ({ $asked }) нет фрейма «{ $frame }».
       *[other] Фрейм «{ $frame }» есть в { $articles } из спрошенных статей ({ $asked }).
    }
questions-unseen = Описание не может показать, что фрейма в статье нет.
questions-path = { $named }: { $steps }.
questions-step = { $answers } ({ $when })
questions-path-silent = Без ответа — остальные статьи: { $articles }.
questions-path-later = Ответ есть и в более поздних статьях: { $articles }.
questions-path-shared = Всего статей: { $articles }, { $fewer }.
questions-percentages = О процентах: { $warnings }.
questions-percent-given = они от числа ответивших статей
questions-percent-once = общее описание учитывается один раз
questions-percent-few = при числе статей меньше { $few } они лишь ориентировочны

## Coverage, contrasts and claims

questions-uncovered = В исследовании нет статей о событии { $events }.
questions-uncovered-fitting = В исследовании нет подходящих статей о событии { $events }.
questions-covered = Статей о событии { $events } в исследовании: { $articles }. Из них: { $parts }.
questions-covered-by = { $group } — { $number }
questions-covered-event = «{ $event }» — { $count }
questions-absent = Без статей: { $papers }.
questions-absent-papers =
    { $papers } ({ $state ->
        [covered] статьи есть
        [silent] искали, не найдено
        [not_published] газета не выходила
        [not_entered] найдено, не внесено
       *[not_searched] не искали
    })
questions-named = Упомянуто рядом с другим событием и не учтено; статей: { $articles }.
questions-contrast = { $papers }.
questions-contrast-none = Сопоставить эти газеты исследование не может: { $papers }.
questions-paper =
    { $paper } ({ $articles ->
        [0] нет статей
        [one] { $articles } статья
        [few] { $articles } статьи
       *[many] { $articles } статей
    })
questions-paper-fewer = { $paper } (статей: { $articles }, { $fewer })
questions-differ = Различаются: { $judgements }.
questions-agree = Совпадают: { $judgements }.
questions-alone = Известно только о газете { $paper }: { $judgements }.
questions-judgement = { $name } — { $answers }
questions-primary = Основной фрейм
questions-claim = Утверждение источника ({ $who }, { $period }): { $claim }. Проверка по статьям: { $verdict }.
questions-nothing = Ничто в исследовании не позволяет на это ответить.
questions-needed = Требуется: { $needs }.
questions-needs =
    { $kind ->
        [values] сами статьи или описания, из которых это видно
        [frames] сами статьи, прочитанные полностью
        [coverage] поиск в архивах газет по датам около события с указанием найденного
        [contrast] статья каждой из газет об одном и том же событии
        [claim] статьи тех, о ком идёт речь, известные не только из этого места
       *[none] материал, которого в исследовании нет
    }

## What a question rests on, and where to look further

questions-not-counted = Не учтены статьи, ответ которых выведен из описания: { $articles }.
questions-not-counted-answers = Не учтены статьи, ответ которых выведен из описания: { $articles } ({ $answers }).
questions-trait-secondary =
    { $articles ->
        [1] известна только по описанию
       *[other] известны только по описаниям
    }
questions-trait-undeclared = неизвестно, как попали в исследование
questions-trait-purposive =
    { $articles ->
        [1] отобрана источником как пример, а не как выборка
       *[other] отобраны источником как примеры, а не как выборка
    }
questions-traits =
    { $articles ->
        [1] Об этой статье: { $traits }.
       *[other] Об этих статьях: { $traits }.
    }
questions-traits-some = Из этих статей: { $traits }.
questions-trait-of = { $articles } — { $trait }
questions-bear =
    { $articles ->
        [one] К вопросу относится { $articles } статья.
        [few] К вопросу относятся { $articles } статьи.
       *[many] К вопросу относятся { $articles } статей.
    }
questions-scope = Вопрос задан: { $scope }.
questions-core = газетам основной группы
questions-from = страны: { $countries }
questions-in = период: { $period }
questions-on = о событии { $events }
questions-with = фрейм { $frames }
questions-see = См.: { $places }.
questions-see-frames = рисунок с фреймами
questions-see-frames-of = фреймы: { $paper }
questions-see-events = рисунок с событиями
questions-see-countries = сравнение стран
questions-see-values = рисунок «{ $variable }»
questions-see-values-of = { $paper }: «{ $variable }»
questions-raised = Где поставлен: { $place }.
questions-raised-claims =
    { $many ->
        [1] Где поставлен: { $place }; ср. утверждение { $claims }.
       *[other] Где поставлен: { $place }; ср. утверждения { $claims }.
    }
