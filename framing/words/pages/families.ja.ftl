# The families of tests of the pages that compare.

families-title = 検定の族
families-summary = これらのページにある検定の数
families-what =
    { $families ->
       *[other] 一つの比較に属するp値をまとめて一つの族とする。比較とは、すべての出来事についての両者の比較、一つの出来事についての両者の比較、出来事ごとの比較、複数の側の各組の比較、各紙と同じ国の他紙との比較、新聞どうしの各組の比較、またはすべての節目の前後の比較である。これらのページには{ $families }族ある。偽発見は族ごとに抑えており、全体を通じてではない。何の差もない場合でも、20族に1族までは差が見つかりうる。
    }
families-caption = p値を示す節ごとの数（このページと、個々の出来事のページ）。
families-head-section = 節
families-head-families = 族
families-head-tests = 検定
families-all = 合計
