# The overview: what the study holds, and which pages the report has.

overview-study = The study
overview-held =
    { $articles ->
        [one] The study holds { $articles } article, published { $when }: { $papers }.
       *[other] The study holds { $articles } articles, published { $when }: { $papers }.
    }
overview-paper = { $paper } { $articles }
overview-held-nothing = The study holds no articles yet.
overview-pages = Pages of this report
overview-background = Read for background and excluded from every figure here: { $papers }
overview-lists-dossier = Dossier: { $paper }
overview-lists-questions = { $page }: what a reader of the sources asks of the press, answered, illustrated or refused
overview-lists-reliability = { $page }: agreement between coders, disagreements, adjudication, and what the choice of reading changes
overview-lists-explore = { $page }: filters over all articles, with a timeline, shares and a list that follow; in the HTML form of this report alone
overview-lists-records = { $page }: every article with its evidence
overview-lists-ledger = { $page }: every note and claim of every source, and every date that was corrected
overview-lists-handbook = { $page }: what every frame and value means
