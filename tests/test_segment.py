"""Sentences. A bar marks where one must end and the next begin; the text is the same without it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from newslint.text.segment import sentences

CASES = [
    # titles and names
    "Mr. Alder resigned.| Mrs. Bexley did not.",
    "Dr. Osei Mensah-Price and Prof. Lund agreed.| They wrote a paper.",
    "Gov. Tamsin Hale signed the bill.| Sen. Orrin Vail voted against it.",
    "The Rev. J. T. Marlow spoke first.| Then Lt. Col. Pryce spoke.",
    "She met St. John Calder at St. Mary's.| He left.",
    "The firm was founded by A. B. Corrigan.| It makes valves.",
    "It went to J. K. Brandt.| He refused it.",
    "John F. Ashcombe won.| Nobody was surprised.",
    "Sammy Dale Jr. scored twice.| The crowd cheered.",
    "Sammy Dale Jr. Stadium is full.",
    "Hill vs. Dale was the last match.| It ended 2-2.",
    "Capt. Rowe and Sgt. Finch were hurt.| Police are investigating.",
    # firms and countries
    "Marlow Inc. said it would close.| The plant employs 300.",
    "Marlow Inc.| The company makes valves.",
    "Marlow Corp. Chief Executive Dana Roy resigned.",
    "He works at Brandt & Co. Ltd. in Leeds.",
    "Shares of Orrin Ltd. rose 4%.| Analysts had expected less.",
    "The U.S. Treasury said so.| The U.K. did not.",
    "He moved to the U.S.| The family followed.",
    "It was made in the U.S.| In May it was sold.",
    "The U.S. House of Commons does not exist.",
    "The U.N. Security Council met.",
    "The E.U. agreed.| Britain did not.",
    "He lives in Washington, D.C.| She lives in Boston.",
    "She holds a Ph.D. from Leeds.",
    "She has a Ph.D.| He has none.",
    # months, days, hours
    "The vote is on Jan. 5.| The count follows.",
    "The vote on Jan. 5 was close.",
    "It closed on Sept. 30, 2024.| It reopened in Oct. 2025.",
    "The meeting starts at 9 a.m. on Tuesday.",
    "It starts at 9 a.m. Tuesday and ends at 5 p.m. Friday.",
    "It ended at 9 p.m.| The mayor left early.",
    "They met Tues. and Wed. in Leeds.",
    # figures
    "Sales rose 3.5% to 2.1 million.| Profit fell.",
    "It cost $3.5 billion.| It was worth it.",
    "Version 2.0 is out.| Version 3.0 is not.",
    "No. 10 declined to comment.",
    "The score was 3.| Nobody cared.",
    "It rose to 5.| 300 people work there.",
    "About 40 sq. ft. of floor was lost.",
    "See p. 12 and pp. 14-16 of the report.",
    # quotations
    "“We will not go.”| She left.",
    "“We will not go,” she said.| “Never.”",
    "“Will we go?” she asked.| Nobody answered.",
    "“Go!” he shouted.| They went.",
    "He said: “It is over.”| Then he sat down.",
    '"It is over."| He sat down.',
    "“It is over.” he said.",
    "The mayor called it “a gift.”| The council did not.",
    "She said (on Monday.)| He did not.",
    "‘It is done.’| They left.",
    "“It is done.| We are glad.”| He smiled.",
    # other marks
    "Wait... what?| Yes.",
    "He waited… and waited.",
    "He waited…| Then he left.",
    "He waited...| Then he left.",
    "Really?!| Yes.",
    "Yahoo! said it would cut jobs.",
    "What now?| Nobody knows.",
    "It ended there.|Then it began again.",
    "See example.com for more.| It is free.",
    "Write to press@example.org.| Do it now.",
    "The Node.js team and the ASP.NET team met.| Both left.",
    "The iPhone sold well.| iPhone sales rose.",
    "Costs fell, e.g. for rent, i.e. by half.| Wages rose.",
    "Smith et al. found none.| Others did.",
    "Apples, pears, etc. were sold.| Then it rained.",
    "It sells apples, pears, etc.| The shop closes at six.",
    "Approx. 40 people came.| Est. 1998.",
    "1. Open the lid.| 2. Close it.",
    "He lives at 5 Elm St. in Dover.",
    "She lives on Elm Ave.| He lives on Oak Blvd. near the park.",
    "Fort Worth, Tex. Mayor Ann Lowe spoke.",
    "The mayor sat.| Councillor Hale stood.",
    "It ended at 9 p.m.| Mayor Hale left early.",
    "It starts at 9 a.m. ET.| It ends at noon.",
    "“Will we go?” Mayor Hale asked.| Nobody answered.",
    "“Will we go?”| Hale said she did not know.",
    "It fell.[1]| It rose.[2][3]| It stayed.",
    "Marlow & Co.| The firm closed.",
    "Elizabeth I.| The second came later.",
    "Plan B.| It works.",
    "So did I.| The others left.",
    "Vitamin C. Doctors advise it.",
    "He said no.| And that was that.",
    "The answer is no.| Nobody minds.",
    "The art.| The music.",
    "He is her rep.| She is glad.",
    "He sat.| She stood.",
    "She left in March.| April was cold.",
    "The sun.| The sea.",
    "He will go in Mar.| They will stay.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    expected = [piece.strip() for piece in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[s.start : s.end] for s in sentences(text, 0, len(text))] == expected


@given(st.text(alphabet="aA. !?…“”\"'\n()1.É", max_size=200))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    at = 0
    for span in sentences(text, 0, len(text)):
        assert text[at : span.start].strip() == ""
        assert span.start < span.end
        at = span.end
    assert text[at:].strip() == ""


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One. Two. Three."
    assert [text[s.start : s.end] for s in sentences(text, 5, 9)] == ["Two."]
    assert sentences(text, 4, 5) == []


@pytest.mark.slow
@pytest.mark.parametrize("text", ["a" * 1_000_000, ". " * 500_000, "." * 1_000_000, "A.B." * 250_000, "“" * 1_000_000])
def test_hostile_text_takes_seconds(text: str) -> None:
    started = time.process_time()
    sentences(text, 0, len(text))
    assert time.process_time() - started < 4
