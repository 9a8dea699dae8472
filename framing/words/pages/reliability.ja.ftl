# The page of reliability: agreement, disagreements, adjudication and readings.

reliability-agreement = 一致度
reliability-coded = コーダー{ $coders }名が記事{ $articles }件を独立にコーディングした。
reliability-rule = クリッペンドルフの基準では、αが{ NUMBER($rely, minimumFractionDigits: 3) }以上であれば信頼でき、{ NUMBER($tentative, minimumFractionDigits: 3) }以上であれば暫定的な結論を許す。ここではαそのものではなく、区間の下限にこの基準を当てはめる。判断項目を除いたり統合したりすべきなのは、αそのものが低い場合だけである。区間が広すぎるだけの場合は「判定保留」とし、同じ一致度のまま記事をあと何件コーディングすれば区間が十分に狭まるかを示す。
reliability-limits = コーダーの判断が一度も食い違わなかった場合の区間は、食い違いのないその件数から言える範囲である（クロッパー・ピアソン法）。コーダーのうち人間が2人に満たない場合は判定を示さない。
reliability-steps = 各変数は三段階で調べ、次の段階では前の段階で残った記事だけを対象とする。判読できるか（できない＝出典からは分からず、回答がない）、表明されているか（されていない＝判読したうえで「表明なし」または「非該当」）、そして値そのものである。
reliability-machines = コーダー{ $coders }名のうち{ $machines }名は言語モデルである（{ $names }）。同じモデルは何度実行しても同じ誤りを犯しがちである。したがって、その一致はモデルがコードブックをどれほど一貫して適用するかを示すにとどまり、人間でも一致することや、コーディングが正しいことを示すものではない。
reliability-simulated = コーダー{ $coders }名のうち{ $machines }名は架空である（{ $names }）。回答はプログラムが生成したもので、その一致は意図的に混ぜた誤りの量を示すにすぎず、人については何も示さない。
reliability-earlier = コードブック{ $edition }による一致度
reliability-earlier-apart = コードブック{ $edition }によるコーディングは、回答の意味が異なるため、他の版のものとは合算しない。ここに示す信頼性はコーダーが用いた版のものであり、現行版については何も示さない。
reliability-refused = ここには数値を示さない。
reliability-single-coder =
    { $others ->
        [0] 本コーディングで独立に二重コーディングされた記事がない。
       *[other] 本コーディングで独立に二重コーディングされた記事がない。練習・試行・裁定のコーディング（{ $others }件）は互いに独立ではないため数えない。
    }必要なもの：最初のコーダーの記録を見ずにコーディングする2人目のコーダー。

## The table of agreement

reliability-judgement = 判断項目
reliability-units = 記事数
reliability-commonest = 最多の回答
reliability-percent = 一致率
reliability-alpha = α
reliability-interval = 95%区間
reliability-ac1 = AC1
reliability-verdict = 判定
reliability-note = 記事数：2人以上のコーダーが判断した記事の数。最多の回答：最も多かった回答と、全回答に占める割合。一致率：一致したコーダーの組の割合の平均。
reliability-commonest-share = { $answer } { $share }
reliability-answer =
    { $answer ->
        [yes] あり
        [none] なし
        [missing] 欠測
        [attributed] 記事に帰された値
        [inferred] 推定
       *[other] { $answer }
    }
reliability-figure = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
reliability-bounds = { NUMBER($low, minimumFractionDigits: 2) }～{ NUMBER($high, minimumFractionDigits: 2) }
reliability-judged =
    { $code ->
        [one_person] 判定なし：人間のコーダーが1人だけで、信頼性とは言えない
        [programs] 判定なし：プログラムの安定性であり、信頼性ではない
        [drop] 結論に使えない：除くか統合する
        [rely] 信頼できる
        [tentative] 暫定的な結論のみ
       *[undecided]
            { $more ->
                [-1] 判定保留：αが{ NUMBER($floor, minimumFractionDigits: 3) }を下回る可能性があり、決着には非常に多くの記事が必要
               *[other] 判定保留：αが{ NUMBER($floor, minimumFractionDigits: 3) }を下回る可能性があり、決着にはさらに約{ $more }件の記事が必要
            }
    }
reliability-unjudged =
    { $code ->
        [no_interval] 区間なし：{ $because }
       *[not_estimable] 推定不能：{ $because }
    }
reliability-because =
    { $code ->
        [fewer_than_five_positives] 該当する記事が5件に満たない
        [no_variation] 比較できる回答がすべて同じで、偶然の一致と区別できない
        [fewer_than_two_coders] 回答したコーダーが2名に満たない
        [no_pairable_units] 2名のコーダーがともに回答した記事がない
        [undefined_draws] 再抽出の半数以上で係数が定まらない
        [no_spread] 再抽出の値がすべて同じで、不確かさが分からない
        [hangs_on_one_unit] 一つの記事または記事のまとまりを除くと係数が定まらない
        [too_few_units] 再抽出する記事または記事のまとまりが一つしかない
       *[other] { $reason }
    }

## For a methods section

reliability-methods = 論文の方法の節のために
reliability-one-coder = コーダーが1人だけのため、信頼性について報告できることはまだない。
reliability-coder =
    { $kind ->
        [machine] { $coder }（プログラム）
       *[person] { $coder }（人間）
    }
reliability-methods-coded = 記事{ $articles }件のうち{ $twice }件を、{ $coders }名のコーダー（{ $named }）がコードブック { $codebook } { $edition } に従って独立にコーディングした。
reliability-methods-alpha = 信頼性は変数ごとにクリッペンドルフのα（名義尺度。段階評定には順序尺度、集合にはMASI距離とジャカード距離）で示し、記事を単位とする{ $draws }回のブートストラップ（共通の記述で知られる記事はまとめて再抽出、シード { $seed }）による95%パーセンタイル区間、一致率、グウェットのAC1を併記する。
reliability-methods-steps = 各変数は、出典から判読できるか、判読できる場合に表明されているか、表明されている場合にその値は何か、という段階を追って調べた。判読できないという点での一致は、値の一致には数えない。該当する記事が5件に満たない判断は推定不能とした。
reliability-methods-computed = 係数の計算にはframingを用いた。このプログラムは、公刊された数値96個を再計算する自己検査を備えている。
reliability-methods-settled = 不一致は{ $named }が裁定した。

## Disagreements

reliability-disagreements = 不一致
reliability-agree = コーダーの判断はすべて一致している。
reliability-differ = コーダーの判断は、記事{ $articles }件の{ $values }個の値で食い違っている。
reliability-listed = ここには最初の{ $listed }個を示す。全件は `framing agreement disagreements` で見られる。
reliability-record = 記録
reliability-value = 項目
reliability-answers = 回答
reliability-evidence = その根拠

## Adjudication

reliability-adjudication = 裁定
reliability-adjudicated = 記事{ $articles }件を{ $by }が裁定した。
reliability-overruled = 裁定によって改められた値（コーダー別）：{ $shares }。
reliability-overruled-share = { $coder }は{ $of }個中{ $changed }個（{ NUMBER($share, minimumFractionDigits: 1, maximumFractionDigits: 1) }%）
reliability-why = 食い違いの理由：{ $reasons }。
reliability-raw = 元のコーディングはそのまま残してある。
reliability-reason =
    { $reason ->
        [ambiguous_source] 出典がどちらにも読める
        [codebook_gap] コードブックの規定では決まらない
        [slip] コーダーが規則または箇所を見落とした
       *[translation] コーダーの間で語の理解が異なった
    }
reliability-reason-count = { $reason }（{ $decisions }件）
reliability-follows = 採用した回答
reliability-secondary = 副フレーム
reliability-others = ほかの出来事
reliability-none = なし
reliability-neither = どちらでもない
reliability-why-differed = 食い違いの理由
reliability-argument = 裁定の論拠
reliability-confused = コーダーの回答と異なる値に裁定されたもの。
reliability-settled-as = 裁定後の値
reliability-confused-with = コーダーの回答
reliability-articles = 記事数
reliability-exception = 裁定者{ $adjudicator }はコーダーの一人（{ $coder }）でもあるため、裁定はコーディングから独立していない。記録された理由：{ $reason }。

## Readings

reliability-readings = 判定の選び方で何が変わるか
reliability-readings-note = 同じ数値を、コーディングの判定の仕方ごとに示す。「裁定後」では、裁定記録のない記事は多数決で判定し、多数が決まらない場合は coders.json で先に挙げたコーダーの判断に従う。
reliability-reading = 判定
reliability-rule-of =
    { $rule ->
        [adjudicated] 裁定後
        [majority] 多数決
        [coder] コーダー{ $coder }
       *[other] { $coder }
    }
reliability-used = { $rule }（この報告書で使用）
reliability-changed-primary = 主フレームの変化
reliability-changed-frames = フレームの組の変化
reliability-changed-events = 出来事の変化
reliability-changed-values = 値の変化
reliability-primary-in = 主フレームが「{ $frame }」の記事
reliability-moves-most = 最も増減する主フレーム
reliability-moves = { $frame } { $by }
reliability-moves-none = なし
