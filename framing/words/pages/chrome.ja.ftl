# What stands around the text of every page, and the names of the pages.

made-by = framing による自動作成
footer = { made-by }（版 { $version }、コードブック { $codebook } { $edition }）
skip = 本文へ
pages = この報告書のページ
on-this-page = このページの内容
scroll-sideways = 横にスクロールすると続きが見えます
numbers-behind = この図のもとになった数値
take-away = この図を保存する：{ $figure }
evidence = 根拠
records-behind = 記録 { $records } 件

## The pages, in the navigation

page-overview = 概要
page-questions = 問い
page-reliability = 信頼性
page-records = 記録
page-ledger = 台帳
page-handbook = 手引き

## Their headings, where these say more

title-ledger = 注と日付の台帳
title-compared = 比較：{ $event }
title-pair = { $one }と{ $other }

## The warning at the top of every page

banner-simulated = 模擬データ：記事もコーダーも実在せず、値はすべてプログラムが生成したものです。
banner-unfinished = この研究はまだ公開できる状態ではありません。{ $placeholder } と記された文が { $texts } か所残っています。
banner-articles = ここに含まれる記事には次の制約があります：{ $warnings }。
warning-second-hand = 
    { $every ->
        [yes] すべて原文ではなく他者の記述を通じて知られている
       *[no] 原文ではなく他者の記述を通じて知られたものがある
    }
warning-purposive = 
    { $every ->
        [yes] すべて論旨を示すために選ばれたもので、報道の標本ではない
       *[no] 論旨を示すために選ばれたものがあり、報道の標本ではない
    }
warning-unfinished = 
    { $every ->
        [yes] すべて無作為に抽出したものだが、抽出した記事をまだすべては読んでいない
       *[no] 無作為に抽出したものがあり、抽出した記事をまだすべては読んでいない
    }
warning-undeclared = 
    { $every ->
        [yes] すべて選び方が示されていない
       *[no] 選び方が示されていないものがある
    }
warning-machine = 
    { $every ->
        [yes] コーディングはすべて言語モデルによる
       *[no] 言語モデルによるコーディングがある
    }
warning-separator = ；
