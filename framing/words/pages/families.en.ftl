# The families of tests of the pages that compare.

families-title = Families of tests
families-summary = How many tests these pages have
families-what =
    A family holds every p of one comparison: of two sides over all events, of two sides on one event, or of each event by itself; of every pair of several sides; of each paper against its peers, or of each pair of papers; or of the times before and after all cuts. These pages have { $families ->
        [one] { $families } family
       *[other] { $families } families
    }. False discovery is controlled within each family, not across all: even if nothing differs at all, up to one family in twenty may hold a discovery.
families-caption = By the section that gives their p, here and on the pages of single events.
families-head-section = Section
families-head-families = families
families-head-tests = tests
families-all = All
