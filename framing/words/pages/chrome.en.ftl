# What stands around the text of every page, and the names of the pages.

made-by = Made by framing
footer = { made-by } { $version } from codebook { $codebook } { $edition }.
skip = Skip to the text
pages = Pages of this report
on-this-page = On this page
scroll-sideways = Scroll sideways for the rest
numbers-behind = The numbers behind this figure
take-away = Take this figure away: { $figure }
evidence = Evidence
records-behind =
    { $records ->
        [one] { $records } record
       *[other] { $records } records
    }

## The pages, in the navigation

page-overview = Overview
page-questions = Questions
page-reliability = Reliability
page-records = Records
page-ledger = Ledger
page-handbook = Handbook

## Their headings, where these say more

title-ledger = Ledger of notes and dates
title-compared = Compared: { $event }
title-pair = { $one } and { $other }

## The warning at the top of every page

banner-simulated = Simulated: these articles and coders do not exist; every value was drawn by a program.
banner-unfinished =
    { $texts ->
        [one] This study is not ready for readers: { $texts } text still says { $placeholder }.
       *[other] This study is not ready for readers: { $texts } texts still say { $placeholder }.
    }
banner-articles = Of the articles here, { $warnings }.
warning-second-hand = 
    { $every ->
        [yes] all are known at second hand
       *[no] some are known at second hand
    }
warning-purposive = 
    { $every ->
        [yes] all were picked to illustrate an argument and are no sample of coverage
       *[no] some were picked to illustrate an argument and are no sample of coverage
    }
warning-unfinished = 
    { $every ->
        [yes] all were drawn at random, but not all of those that were drawn are read
       *[no] some were drawn at random, but not all of those that were drawn are read
    }
warning-undeclared = 
    { $every ->
        [yes] all were chosen in an undeclared way
       *[no] some were chosen in an undeclared way
    }
warning-machine = 
    { $every ->
        [yes] every coding is a language model’s
       *[no] some codings are a language model’s
    }
warning-separator = { "; " }
