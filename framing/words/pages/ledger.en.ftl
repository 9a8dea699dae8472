# The ledger of notes, claims and dates.

ledger-sources = Sources
ledger-no-source = The study cites no source: its articles were read directly.
ledger-source = { $author }: { $title }. { $container }, { $published }. Written between { $earliest } and { $latest }: { $reason }
ledger-source-unknown = Author unknown. { $title }. { $container }, { $published }. Written between { $earliest } and { $latest }: { $reason }
ledger-note = Note
ledger-section = Section
ledger-cites = Cites
ledger-record-or-why = Record, or why there is none
ledger-remark = Remark
ledger-claims = Claims about coverage
ledger-dates = Dates
ledger-dates-as-cited = Every date is as it was cited.
ledger-dates-changed = Dates that were corrected or are in doubt
ledger-record = Record
ledger-status = status
ledger-cited = as cited
ledger-published = as now believed
ledger-why = why
ledger-status-of =
    { $status ->
        [resolved] resolved
       *[uncertain] uncertain
    }
