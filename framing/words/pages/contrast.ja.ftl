# A few articles beside one another, aspect by aspect.

contrast-marked = 太字と≠は、記事どうしの違いを示す。回答のない記事は、異なるものとは数えない。
contrast-record = 記録
contrast-card = カード
contrast-silent = 出典から分かるかぎり、どの記事も述べていないもの：{ $aspects }。
contrast-event = 出来事
contrast-article = { $paper }（{ $day }）
contrast-primary = 主フレーム
contrast-secondary = 副フレーム
contrast-inferred = { $answer }（推定）
contrast-rivals =
    同じ国の新聞のうち、合わせて記事が最も多いのは{ $one }と{ $other }である。{ $own ->
        [0] { $parts ->
            [0] 両紙には共通の出来事がなく、共通の大きな出来事もない。
           *[other] 両紙に共通の出来事はないが、大きな出来事{ $parts }件について、それぞれ別の部分を報じている。
        }
       *[other] { $parts ->
            [0] 両紙に共通の出来事は{ $own }件である。
           *[other] 両紙に共通の出来事は{ $own }件で、ほかに大きな出来事{ $parts }件について、それぞれ別の部分を報じている。
        }
    }
contrast-rivals-title = { $one }と{ $other }の対照
contrast-level =
    { $level ->
        [own] 出来事そのもの
       *[parts] その部分
    }
contrast-shared-caption = 各出来事とその部分についての記事。
contrast-both = 双方が報じたもの
contrast-on =
    { $dated ->
        [yes] { $event }（{ $days }）：
       *[no] { $event }：
    }
contrast-further =
    { $events ->
       *[other] ほかに記事が{ $most }件以下の出来事が{ $events }件ある（各出来事のページを参照）。
    }
