# What the sources claim of coverage and expectations, and what became of it.

claims-apart = Что источник утверждает об освещении событий и ожиданиях в целом, в формулировках кодировщика. Эти утверждения отделены от статей и не входят ни в один подсчёт. Статья, известная только через источник утверждения, не является независимой от него.
claims-head-period = Период
claims-head-described = О ком
claims-head-sort = Вид
claims-head-claim = Утверждение
claims-head-where = Где
claims-head-tested = Сверка со статьями
claims-kind =
    { $kind ->
        [coverage] освещение
        [omission] умолчание
        [expectation] ожидание
        [blame] возложение ответственности
       *[verdict] оценка
    }
claims-nothing-coded = в этом прочтении ничего не закодировано
claims-verdict =
    { $verdict ->
        [borne_out] подтверждается
        [contradicted] опровергается
       *[not_testable] проверить нельзя
    }
claims-verdict-because = { $verdict }: { $reason }
claims-no-such-source = в исследовании нет их статей
claims-whose-not-stated = источник не говорит, о чьей прессе речь
claims-no-variable = утверждению не соответствует ни одно значение кодификатора
claims-no-article = за этот период на эту тему нет их статей, кроме известных из самого этого места
claims-unanswered = ни одна статья не даёт ответа
claims-second-hand = статьи известны в пересказе, а по нему не видно, о чём статья умалчивает
claims-below-floor = ответ даёт слишком мало статей
claims-split = статей за и против поровну
claims-articles-agree = { $articles } — как утверждается
claims-articles-differ = { $articles } — иначе
claims-counted = { $verdict } (статьи: { $counts })
claims-counted-same-source = { $verdict } (статьи: { $counts }; только через источник утверждения известны { $known })
claims-not-in-study = { $described }; в исследовании их нет
claims-group-of =
    { $group ->
        [outlet] Издание
        [press] Пресса
        [officials] Официальные лица
        [capital] Столица
       *[opinion] Общественное мнение
    } ({ $country })
claims-group =
    { $group ->
        [outlet] Издание
        [press] Пресса
        [officials] Официальные лица
        [capital] Столица
       *[opinion] Общественное мнение
    } (страна не указана)
claims-named-of =
    { $name } ({ $group ->
        [outlet] издание
        [press] пресса
        [officials] официальные лица
        [capital] столица
       *[opinion] общественное мнение
    }, { $country })
claims-named =
    { $name } ({ $group ->
        [outlet] издание
        [press] пресса
        [officials] официальные лица
        [capital] столица
       *[opinion] общественное мнение
    })
claims-remark = Примечание: { $remark }
claims-events = События: { $events }.
claims-note = прим. { $note }
