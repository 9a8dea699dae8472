# The overview: what the study holds, and which pages the report has.

overview-study = Исследование
overview-held =
    { $articles ->
        [one] В исследовании { $articles } статья (опубликована { $when }): { $papers }.
        [few] В исследовании { $articles } статьи (опубликованы { $when }): { $papers }.
       *[many] В исследовании { $articles } статей (опубликованы { $when }): { $papers }.
    }
overview-paper = { $paper } — { $articles }
overview-held-nothing = В исследовании пока нет статей.
overview-pages = Страницы отчёта
overview-background = Прочитаны для контекста и не входят ни в один рисунок и подсчёт: { $papers }
overview-lists-dossier = Досье: { $paper }
overview-lists-questions = { $page }: что читатель источников хочет узнать о прессе — с ответом, с примерами или без ответа
overview-lists-reliability = { $page }: согласие кодировщиков, расхождения, арбитраж и то, что меняет выбор прочтения
overview-lists-explore = { $page }: отбор статей по любым признакам; лента времени, доли и список меняются вместе с ним (только в HTML)
overview-lists-records = { $page }: все статьи с основаниями кодировок
overview-lists-ledger = { $page }: все примечания и утверждения источников и все исправленные даты
overview-lists-handbook = { $page }: что означают фреймы и значения
