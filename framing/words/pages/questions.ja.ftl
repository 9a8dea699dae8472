# The page of questions. Pieces such as questions-asked stand in sentences of this file alone, so each language shapes them as it needs.

questions-many = どれだけ答えられるか
questions-sums = { $questions }問のうち、回答できるもの{ $answered }問、例示にとどまるもの{ $illustrated }問、答えられないもの{ $refused }問。
questions-bearing =
    { $articles ->
        [0] コーディング済みの記事{ $of }件のうち、いずれかの問いに関わるものはない。
       *[other] コーディング済みの記事{ $of }件のうち{ $articles }件が、少なくとも一つの問いに関わる。
    }
questions-verdict =
    { $verdict ->
        [answered] 回答
        [illustrated] 例示
       *[refused] 回答不能
    }
questions-verdict-sentence = 【{ $verdict }】
questions-ruled = { $verdict }：{ $rule }
questions-rule =
    { $verdict ->
        [answered] 答えを含む記事が{ $fewest }件以上ある（共通の記述で知られる記事は合わせて1件と数える）。群ごとに答える場合は二つ以上の群に、対比では両紙に、それだけの記事が必要である。誰が報じたかは、検索ですべての記事を見つけたか、記事がないことを確かめた場合にのみ「回答」とする。主張については、記事が裏づけるか反する場合に限る。何かに触れていないという主張は、それに触れた記事が1件あれば覆る。
        [illustrated] 答えを含む記事はあるが、少なすぎるか、ほかに何件あるか分からない。件数と記録を示す。
       *[refused] 答えを含む記事がない。何があれば答えられるかを示す。
    }
questions-which =
    { $many ->
       *[other] 該当する問い：{ $questions }。
    }
questions-meant = 「回答」は、新聞一般について分かったという意味ではなく、独自の割合を出せるだけの記事、または主張の当否を決める記事がこの研究にあるという意味である。問いが媒体を挙げていない場合は、中心パネルの各紙を対象とする。パネルと論者の選び方によって答えは変わらないが、記事の判定の仕方によっては変わる。
questions-part = { $quarter }：{ $theme }
questions-title = { $place }. { $question }

## Pieces

questions-number = { $articles }件
questions-number-fewer = { $articles }件（{ $fewer }）
questions-asked = 記事{ $articles }件
questions-asked-fewer = 記事{ $articles }件（{ $fewer }）
questions-descriptions = 記述{ $descriptions }件による
questions-counted-as = { $n }件と数える
questions-answer = 「{ $answer }」{ $count }件
questions-answer-share = 「{ $answer }」{ $count }件（{ $share }）
questions-or = または
questions-then = 、次いで
questions-by =
    { $by ->
        [outlet] 媒体別
        [country] 媒体の国別
       *[quarter] 四半期別
    }
questions-around = 「{ $event }」の前後別
questions-before = 以前
questions-since = 以後
questions-group = { $group }（{ $asked }）{ $answers }
questions-group-fewer = { $group }（{ $asked }、回答は{ $fewer }）{ $answers }
questions-group-of = { $group } { $of }件中{ $count }件
questions-group-rest = { $group }（{ $articles }件）
questions-groups-silent = { $groups }。回答なし：{ $rest }
questions-groups-unknown = { $groups }。記事なし：{ $rest }
questions-frames-named =
    { $role ->
        [primary] 主フレーム
       *[any] フレーム
    }

## Values and frames

questions-none-asked = この研究には、対象となる記事がない。
questions-unanswered =
    { $articles ->
        [1] 対象となる記事は1件だけで、「{ $variable }」に答えていない。
       *[other] 対象の記事{ $articles }件のうち、「{ $variable }」に答えているものはない。
    }
questions-silent = 回答なし：{ $reasons }。
questions-silent-reason = { $reason }{ $count }件
questions-values =
    { $articles ->
       *[other] { $asked }のうち、「{ $variable }」に答えているのは{ $given }である：{ $answers }。
    }
questions-values-one = 対象となる記事は1件だけで、「{ $variable }」への答えは{ $answers }である。
questions-values-apart = 「{ $variable }」{ $parts }（かっこ内は対象の記事数）：{ $groups }。
questions-values-focus = 「{ $variable }」に答えた記事のうち「{ $answer }」とするもの、{ $parts }：{ $groups }。
questions-frames = { $asked }の{ $named }：{ $answers }。
questions-frames-apart = { $named }、{ $parts }（かっこ内は記事数）：{ $groups }。
questions-focus-apart =
    { $role ->
        [primary] 主フレームが「{ $frame }」の記事、{ $parts }：{ $groups }。
       *[any] フレームに「{ $frame }」を含む記事、{ $parts }：{ $groups }。
    }
questions-focus-primary =
    { $articles ->
        [0] { $asked }のうち、主フレームが「{ $frame }」のものはない。
       *[other] { $asked }のうち、主フレームが「{ $frame }」のものは{ $articles }件である。
    }
questions-focus-any =
    { $articles ->
        [0] { $asked }のうち、フレームに「{ $frame }」を含むものはない。
       *[other] { $asked }のうち、フレームに「{ $frame }」を含むものは{ $articles }件である。
    }
questions-unseen = 記述からは、記事にあるフレームがないことまでは分からない。
questions-path = { $named }：{ $steps }。
questions-step = { $answers }（{ $when }）
questions-path-silent = 回答なし：ほかの記事{ $articles }件。
questions-path-later = その後の記事{ $articles }件にも回答がある。
questions-path-shared = 以上は記事{ $articles }件（{ $fewer }）である。
questions-percentages = 割合について：{ $warnings }。
questions-percent-given = 回答のある記事を分母とする
questions-percent-once = 共通の記述は1件と数える
questions-percent-few = { $few }件未満の記事によるものは参考値である

## Coverage, contrasts and claims

questions-uncovered = この研究には、{ $events }についての記事がない。
questions-uncovered-fitting = この研究には、{ $events }についての記事で条件に合うものがない。
questions-covered = この研究には、{ $events }についての記事が{ $articles }件ある：{ $parts }。
questions-covered-by = { $group }{ $number }
questions-covered-event = 「{ $event }」{ $count }件
questions-absent = 記事なし：{ $papers }。
questions-absent-papers =
    { $papers }（{ $state ->
        [covered] 記事あり
        [silent] 検索したが記事なし
        [not_published] 休刊日
        [not_entered] 検索で発見、未入力
       *[not_searched] 未検索
    }）
questions-named = 別の出来事を主とする記事で触れられているが、数に含めないもの：{ $articles }件。
questions-contrast = { $papers }。
questions-contrast-none = この研究では、次の各紙を比べられない：{ $papers }。
questions-paper =
    { $articles ->
        [0] { $paper }（記事なし）
       *[other] { $paper }（{ $articles }件）
    }
questions-paper-fewer = { $paper }（{ $articles }件、{ $fewer }）
questions-differ = 異なる点：{ $judgements }。
questions-agree = 一致する点：{ $judgements }。
questions-alone = { $paper }についてのみ分かる点：{ $judgements }。
questions-judgement = { $name }は{ $answers }
questions-primary = 主フレーム
questions-claim = 出典の主張（{ $who }、{ $period }）：{ $claim }。記事との照合：{ $verdict }。
questions-nothing = この研究には、これに答えられるものがない。
questions-needed = 必要なもの：{ $needs }。
questions-needs =
    { $kind ->
        [values] 記事そのもの、または記事がこの点をどう述べているかを伝える記述
        [frames] 全文を読んだ記事そのもの
        [coverage] その前後の日付についての各紙データベースの検索と、その結果
        [contrast] 同じ出来事についての両紙の記事
        [claim] この箇所以外から知られる、対象とされた側の記事
       *[none] この研究にない資料
    }

## What a question rests on, and where to look further

questions-not-counted = 集計外：答えが記述からの推定による記事{ $articles }件。
questions-not-counted-answers = 集計外：答えが記述からの推定による記事{ $articles }件（{ $answers }）。
questions-trait-secondary =
    { $articles ->
       *[other] 第三者の記述を通じてのみ知られている
    }
questions-trait-undeclared = 研究に加えられた経緯が示されていない
questions-trait-purposive =
    { $articles ->
       *[other] 出典が選んだ例であって標本ではない
    }
questions-traits =
    { $articles ->
        [1] この記事について：{ $traits }。
       *[other] これらの記事について：{ $traits }。
    }
questions-traits-some = これらの記事のうち、{ $traits }。
questions-trait-of = { $articles }件は{ $trait }
questions-bear = この問いに関わる記事は{ $articles }件。
questions-scope = 対象：{ $scope }。
questions-core = 中心パネルの各紙
questions-from = { $countries }の媒体
questions-in = { $period }
questions-on = { $events }についての記事
questions-with = フレーム{ $frames }をもつ記事
questions-see = 参照：{ $places }。
questions-see-frames = フレームの図
questions-see-frames-of = { $paper }のフレーム
questions-see-events = 出来事の図
questions-see-countries = 国の比較
questions-see-values = 「{ $variable }」の図
questions-see-values-of = { $paper }の「{ $variable }」
questions-raised = 出典での箇所：{ $place }。
questions-raised-claims =
    { $many ->
       *[other] 出典での箇所：{ $place }（主張{ $claims }も参照）。
    }
