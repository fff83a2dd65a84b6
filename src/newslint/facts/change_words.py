"""Words by which a text sets two figures against each other: verbs of change, nouns of change, links and fillers."""

from __future__ import annotations

RISES = frozenset(
    "rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows grew "
    "grown growing growth climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar "
    "soars soared soaring gain gains gained gaining leap leaps leapt leaped up advance advanced advances expand "
    "expanded expands swell swelled swollen higher spike spiked rocket rockets rocketed ballooned mushroomed improved "
    "improves improvement doubled doubling tripled tripling trebled quadrupled".split()
)
FALLS = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases "
    "decreased decreasing slip slips slipped slipping slide slides slid sliding plunge plunges plunged plunging tumble "
    "tumbles tumbled tumbling sink sinks sank sunk shrink shrinks shrank shrunk shrinking cut cuts cutting reduce "
    "reduces reduced reducing reduction slash slashes slashed lower lowered lowers down dip dips dipped slump slumped "
    "ease eased eases halved halving contraction contracted loss lost losing plummet plummets plummeted plummeting "
    "dwindled dwindles nosedived".split()
)
NOUNS = frozenset(
    "rise increase gain jump growth fall drop decline decrease surge cut reduction leap improvement slump plunge "
    "change hike boost uplift dip slide climb loss advance spike contraction expansion uptick upturn downturn doubling "
    "halving higher lower more less fewer".split()
)
FILLER = frozenset(
    "a an the or by of about nearly almost roughly around approximately more than just over under some well "
    "representing represents which is that was were this it marking marks equivalent to equal in one two three years "
    "year month months quarter on compared with from before earlier last same period annual year's since previous "
    "prior and equals amounting amounts works out at making close less even sharp steep total overall net full "
    "whole week weeks ago monday tuesday wednesday thursday friday january february march april may june july august "
    "september october november december s spring summer autumn winter four five six seven eight nine ten twelve "
    "decade decades has have had".split()
)
LINK = RISES | FALLS | NOUNS | FILLER
"""Words that may stand between the two figures of one change."""
MEASURES = frozenset(
    "forecast forecasts estimate estimates expectations guidance outlook projection projections rate rates ratio "
    "target targets".split()
)
"""Words behind a word of change that is only their name: a growth forecast."""
BEFORE_FIGURE = frozenset(
    "about around nearly almost roughly some approximately just over under more less than only a an the its as much "
    "little low high well record new".split()
)
"""Words that may stand between a verb of change and its figure."""
BY = RISES | FALLS | {"by"}
"""Words before a change that is given as a figure."""
THAN_WHEN = frozenset("than recorded when it they had she he the in".split())
"""``higher than when it …``: words before the earlier time."""
COMPARED = frozenset("from against compared compares than above below previous beat been having earlier now".split())
"""Words of which one makes a sentence a comparison."""
OTHER_SUBJECT = frozenset("while but whereas although though as after if".split())
"""Words behind which the sentence speaks of something else."""
SAME_THING = frozenset(
    "to that it they this its their whole times as much many people per cent now today then amounted second "
    "season".split()
) | {*",(:-/.", "//"}
"""Marks and words that may stand besides between a pair and a change told behind it."""
COMPARABLE_KINDS = ("money", "count", "measure", "percent")
