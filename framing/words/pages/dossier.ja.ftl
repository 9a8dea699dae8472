# The dossier of one outlet.

dossier-who = 媒体の概要
dossier-paper =
    { $names }は、{ $country }の{ $frequency ->
        [daily] 日刊紙
        [weekly] 週刊の媒体
        [monthly] 月刊の媒体
        [bimonthly] 隔月刊の媒体
        [quarterly] 季刊の媒体
        [web] ウェブ媒体
        [irregular] 不定期刊の媒体
       *[unknown] 媒体
    }（{ $language }）である。
dossier-owned = 所有形態：{ $ownership }（{ $owner }）。
dossier-owner-unknown = 所有形態：不明。
dossier-orientation = 論調：{ $orientation }。
dossier-described = この説明の出典：{ $source }。
dossier-undescribed = この説明の出典は示されていない。
dossier-held-nothing = この媒体の記事は収録していない。
dossier-held = 収録した記事は{ $articles }件（掲載日：{ $when }）。
dossier-held-together = 収録した記事は{ $articles }件（掲載日：{ $when }）。共通の記述を1件と数えると{ $descriptions }件になる。
dossier-articles = 全記事
dossier-claims = この媒体について出典が述べていること
