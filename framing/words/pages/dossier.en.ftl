# The dossier of one outlet.

dossier-who = The paper
dossier-paper =
    { $names } is { $frequency ->
        [daily] a daily
        [weekly] a weekly
        [monthly] a monthly
        [bimonthly] a periodical that appears every two months
        [quarterly] a quarterly
        [web] a web publication
        [irregular] a periodical without fixed dates
       *[unknown] a periodical
    } from { $country }, in { $language }.
dossier-owned = Ownership: { $ownership } ({ $owner }).
dossier-owner-unknown = Ownership: unknown.
dossier-orientation = Orientation: { $orientation }.
dossier-described = Source of this description: { $source }.
dossier-undescribed = Nobody said where this description comes from.
dossier-held-nothing = The study holds no articles from this outlet.
dossier-held =
    { $articles ->
        [one] The study holds { $articles } article, published { $when }.
       *[other] The study holds { $articles } articles, published { $when }.
    }
dossier-held-together =
    { $articles ->
        [one] The study holds { $articles } article, published { $when }. It rests on { $descriptions } descriptions.
       *[other] The study holds { $articles } articles, published { $when }. They rest on { $descriptions } descriptions.
    }
dossier-articles = Every article
dossier-claims = What the sources say of this paper
