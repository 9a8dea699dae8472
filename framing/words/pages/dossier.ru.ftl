# The dossier of one outlet.

dossier-who = Издание
dossier-paper =
    { $names } — { $frequency ->
        [daily] ежедневная газета
        [weekly] еженедельное издание
        [monthly] ежемесячное издание
        [bimonthly] издание, выходящее раз в два месяца
        [quarterly] ежеквартальное издание
        [web] интернет-издание
        [irregular] издание без постоянной периодичности
       *[unknown] издание
    }; страна: { $country }; язык: { $language }.
dossier-owned = Собственность: { $ownership } ({ $owner }).
dossier-owner-unknown = Собственность: неизвестно.
dossier-orientation = Направленность: { $orientation }.
dossier-described = Источник этих сведений: { $source }.
dossier-undescribed = Источник этих сведений не указан.
dossier-held-nothing = Статей этого издания в исследовании нет.
dossier-held =
    { $articles ->
        [one] В исследовании { $articles } статья (опубликована { $when }).
        [few] В исследовании { $articles } статьи (опубликованы { $when }).
       *[many] В исследовании { $articles } статей (опубликованы { $when }).
    }
dossier-held-together =
    { $articles ->
        [one] В исследовании { $articles } статья (опубликована { $when }); описаний — { $descriptions }.
        [few] В исследовании { $articles } статьи (опубликованы { $when }); описаний — { $descriptions }.
       *[many] В исследовании { $articles } статей (опубликованы { $when }); описаний — { $descriptions }.
    }
dossier-articles = Все статьи
dossier-claims = Что говорят об издании источники
