# What a comparison found of each frame, in sentences.

verdicts-larger = { $one }で{ $other }より割合が高いもの（ポイント差{ $interval ->
        [yes] 、［ ］内は95%区間
       *[no] { "" }
    }）：{ $frames }。
verdicts-smaller = { $one }で{ $other }より割合が低いもの（ポイント差{ $interval ->
        [yes] 、［ ］内は95%区間
       *[no] { "" }
    }）：{ $frames }。
verdicts-smaller-too = 割合が低いもの：{ $frames }。
verdicts-unclear = はっきりしないもの：{ $frames }。ここにある記事では偶然を超える差だが、出来事による違いが大きく、区間が0を含む。
verdicts-no-findings =
    { $frames ->
        [1] この差は結論とはしない（理由：{ $why }）。
       *[other] これらの差はいずれも結論とはしない（理由：{ $why }）。
    }
verdicts-reliability-unknown = フレームのコーディングがどこまで信頼できるかは分からない。
verdicts-unreliable = コーダー間の一致が足りず、頼れないもの：{ $frames }。
verdicts-coder-error = コーディングの誤りだけでも差が生じうるもの：{ $frames }。
verdicts-more = ほか{ $more }件
verdicts-every = 検定したフレームのすべてに差がある。
verdicts-none-of-others =
    { $frames ->
       *[other] 残る{ $frames }フレームには差が見つからなかった。
    }
verdicts-none =
    { $frames ->
       *[other] 検定した{ $frames }フレームのいずれにも、{ $one }と{ $other }の差は見つからなかった。
    }
verdicts-too-few = 記事が少なすぎて、どれほど大きな差でも見つけられない。両者が同じだという証拠ではない。
verdicts-detectable = { $spread ->
        [yes] フレームにより{ $low }～{ $high }ポイント
       *[no] { $low }ポイント
    }の差であれば{ $often }の確率で見つかったはずだが、それより小さな差はあるかもしれない{ $blind ->
        [0] 。
       *[other] （うち{ $blind }フレームでは、どのような大きさの差も見つけられない）。
    }
verdicts-not-tested = 検定していない
verdicts-cell =
    { $doubtful ->
        [0] { $of }のうち{ $found }：{ $frames }
       *[other] { $of }のうち{ $found }（うち{ $doubtful }は確かでない）：{ $frames }
    }
verdicts-cell-more = ほか{ $more }
verdicts-cell-none = { $of }のうち差が見つかったものはない
