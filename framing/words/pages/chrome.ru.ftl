# What stands around the text of every page, and the names of the pages.

made-by = Создано программой framing
footer = { made-by } { $version } по кодификатору { $codebook } { $edition }.
skip = К тексту
pages = Страницы отчёта
on-this-page = На этой странице
scroll-sideways = Прокрутите вбок, чтобы увидеть остальное
numbers-behind = Числа, по которым построен рисунок
take-away = Сохранить этот график: { $figure }
evidence = Основания
records-behind =
    { $records ->
        [one] { $records } запись
        [few] { $records } записи
       *[many] { $records } записей
    }

## The pages, in the navigation

page-overview = Обзор
page-questions = Вопросы
page-reliability = Надёжность
page-records = Записи
page-ledger = Реестр
page-handbook = Инструкция

## Their headings, where these say more

title-ledger = Реестр примечаний и дат
title-compared = Сравнение: { $event }
title-pair = { $one } и { $other }

## The warning at the top of every page

banner-simulated = Имитация: этих статей и кодировщиков не существует, все значения созданы программой.
banner-unfinished =
    { $texts ->
        [one] Исследование ещё не готово для читателей: в { $texts } тексте осталась пометка { $placeholder }.
       *[other] Исследование ещё не готово для читателей: в { $texts } текстах осталась пометка { $placeholder }.
    }
banner-articles = О статьях следует знать: { $warnings }.
warning-second-hand = 
    { $every ->
        [yes] все известны только в пересказе
       *[no] некоторые известны только в пересказе
    }
warning-purposive = 
    { $every ->
        [yes] все отобраны как иллюстрация тезиса и не являются выборкой публикаций
       *[no] некоторые отобраны как иллюстрация тезиса и не являются выборкой публикаций
    }
warning-unfinished = 
    { $every ->
        [yes] все отобраны случайно, но прочитаны не все отобранные
       *[no] некоторые отобраны случайно, но прочитаны не все отобранные
    }
warning-undeclared = 
    { $every ->
        [yes] способ отбора всех не указан
       *[no] способ отбора некоторых не указан
    }
warning-machine = 
    { $every ->
        [yes] все кодировки сделаны языковой моделью
       *[no] некоторые кодировки сделаны языковой моделью
    }
warning-separator = { "; " }
