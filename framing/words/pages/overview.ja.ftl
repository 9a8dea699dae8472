# The overview: what the study holds, and which pages the report has.

overview-study = この研究
overview-held = 収録した記事は{ $articles }件（掲載日：{ $when }）。内訳は{ $papers }。
overview-paper = { $paper }{ $articles }件
overview-held-nothing = この研究にはまだ記事がない。
overview-pages = この報告書のページ
overview-background = 背景として参照しただけで、ここの図や数値には含めない媒体：{ $papers }
overview-lists-dossier = 媒体別：{ $paper }
overview-lists-questions = { $page }：文献の読み手が新聞について抱く問いと、その答え（例示にとどまるもの、答えられないものを含む）
overview-lists-reliability = { $page }：コーダー間の一致と不一致、裁定、どの判定を採るかによる違い
overview-lists-explore = { $page }：全記事を条件で絞り込み、時系列・割合・一覧を連動して見るページ（HTML版のみ）
overview-lists-records = { $page }：すべての記事とその根拠
overview-lists-ledger = { $page }：各文献のすべての注と主張、訂正した日付
overview-lists-handbook = { $page }：各フレームと値の定義
