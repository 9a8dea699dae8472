# The ledger of notes, claims and dates.

ledger-sources = Источники
ledger-no-source = Исследование не опирается на чужие источники: статьи прочитаны непосредственно.
ledger-source = { $author }: { $title }. { $container }, { $published }. Время написания: { $earliest } — { $latest }; основание: { $reason }
ledger-source-unknown = Автор неизвестен. { $title }. { $container }, { $published }. Время написания: { $earliest } — { $latest }; основание: { $reason }
ledger-note = Примечание
ledger-section = Раздел
ledger-cites = Что цитируется
ledger-record-or-why = Запись или причина, почему её нет
ledger-remark = Замечание
ledger-claims = Утверждения о публикациях
ledger-dates = Даты
ledger-dates-as-cited = Все даты такие, как указано в источнике.
ledger-dates-changed = Даты исправленные и сомнительные
ledger-record = Запись
ledger-status = статус
ledger-cited = как указана
ledger-published = как установлена
ledger-why = почему
ledger-status-of =
    { $status ->
        [resolved] установлена
       *[uncertain] неточна
    }
