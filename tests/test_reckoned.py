"""Sums and dates in many wordings: the first side of the braces is wrong and must be said, the other is true."""

from __future__ import annotations

import re

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.facts.wordings import reckoned
from newslint.facts.wordings.sketches import couples, sketches
from newslint.formats import read_text

RULES = ("total-mismatch", "percent-change-mismatch", "date-contradiction", "conversion-mismatch")
EITHER = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")

PAIRS = """
Of the 240 seats to go, 150 are in Leeds and {110|90} in Hull, the union said.
Doctors followed 800 children, 420 girls and {400|380} boys, from birth to the age of 12, the paper says.
Reyes scored 15 points in the first half and 12 in the second for a game-high {31|27}, the club said.
Halls in Gent (100,000 sq ft), Breda (70,000 sq ft) and Aachen (50,000 sq ft) give it {300,000|220,000} sq ft of space.
By age, 40% of the callers were under 30, 45% between 30 and 60 and {25|15}% older than that.
Rail carries 50 percent of the freight, trucks 40 percent and barges {20|10} percent, port figures show.
Sales climbed from £40m to £{44|48}m, a rise of 20%, its annual accounts show.
The bookshop, which sold 8,000 copies in 2023 and 12,000 last year, put the {30|50}% jump down to schools.
With 60 entries this year and 40 the year before, the contest grew {30|50}%, its organiser said.
Thefts went down from 200 to 150 between 2023 and 2024, {35|25}% fewer, the police said.
Pupils on the roll numbered 3,000, up by a {third|fifth} from 2,500 in 2021, the school said.
The dozen stood at $4.00 in October after $3.20 in September, a month-on-month gain of {12|25}%.
Born in 1961, Ola Berg died on Sunday at the age of {71|64}, his family said on 9 November 2025.
Ana Ruiz, {58|48}, who was born in 1977, said on 10 November 2025 that she would not run.
The show, {three hours|90 minutes} long, runs from 7 p.m. to 8.30 p.m., the hall says.
Work began in May 2019 and ended in May 2022, {five|three} years later, the architect said.
The 1969 graduate, now {49|79}, was given a degree on 8 November 2025, the university said.
Rescuers reached the hut at {3 a.m.|11 p.m.}, two hours after the call came in at 9 p.m., the service said.
The fair, first held in 1975 and every year since, had its {40th|51st} edition in 2025, its director said.
Of the 80 clinics that tried it, 48 (about {75|60}%) have signed.
The mill has 300 workers; 90 of them, about {40|30}%, were laid off.
The brigade had 640 calls. ¶ Of these, 160 were false alarms, or {40|25} per cent.
A fifth of the 450 workers, {120|90} people, will go.
Turnout was {55|50}%, with 4,000 of the 8,000 registered voters casting ballots.
A majority of the 15 judges, {seven|eight}, dissented.
The town spends $30 million of its $120 million budget on roads, {40|25} cents of every dollar.
Rent climbed from £950 to £1,140 a month, up {30|20}%.
In 2019 the ferry carried 250,000 people. Last year it carried 400,000, an increase of {40|60} percent.
Crowds, which stood at 12,000 in the opening week, slipped to 9,000 in the second, a {third|quarter} lower.
The rate went up from 3.25% to 3.75%, {a quarter|half} of a percentage point.
The price goes up by £60 to £{420|460}, from £400.
It cost £12 million, {twice|three times} the first estimate of £4 million.
The river rose to 9 metres, more than {twice|one and a half times} its usual level of 5 metres.
The jury of 12, seven women and {six|five} men, came back after lunch.
Nine of the 14 crew were rescued; the other {six|five} are missing.
Two thirds of the flats are let; the remaining {half|third} stand empty.
Givers brought £70,000 in the first week and £50,000 in the second, bringing the total to £{140,000|120,000}.
Holm took 61% of the vote, Moran 27% and Abiola {18|12}%.
As many as {70 of the 60|50 of the 60} passengers were hurt.
The £20 million is shared: £12 million from the county, £5 million from a trust and the remaining £{4|3} million
The 400 tickets at $25 brought in ${12,000|10,000}.
At $15 an hour, 40 hours a week, she earns ${750|600} a week.
A rent of $1,200 a month adds up to ${16,000|14,400} a year.
The train covers the 400 km in two hours, an average speed of {250|200} km/h.
Sales tax of 8% on the $500 bike adds ${60|40}.
With a 25% discount, the $80 coat costs ${65|60}.
The pound stood at $1.25, so the £400 fare costs visitors ${600|500}.
The board passed it by a 7-4 vote. All {ten|eleven} members were present.
The bill passed 52 to 45, with {96|97} of the 100 senators voting.
The nine-member court split {6-4|5-4}.
The match ended in a {2-1|1-1} draw.
The Hawks beat the Bears {98-104|104-98} in overtime.
She beat Perera {6-4, 5-7|6-4, 7-5} in the final.
The five-year lease, signed in 2020, ends in {2027|2025}.
The strike, which began on 3 June and ended on 17 June, lasted {three|two} weeks.
The concert lasted from 8pm to 9pm, {three hours|one hour}.
The wall fell in 1989, {40|28} years after it went up in 1961.
The film runs 150 minutes, {three|two and a half} hours.
She was born in 1980 and is now {52|44}.
She became mayor in 2004, aged 40, and retired in 2019, aged {60|55}.
Her father, {36|63}, and his daughter, 40, were in the car.
He was held on 4 May for a robbery committed on {9 May|2 May}.
The airline, which was founded in 1998, flew its first guests in {1994|1999}.
The estate cost $16 million, half of which the state paid and the remaining ${6|8} million the towns.
The firm has 45 workers: 20 engineers, 15 sailors and {15|10} cooks.
The nets cost $30 each and it has sold 50 of them, for ${2,500|1,500}.
It sold a 10% stake for $5 million, which values it at ${80|50} million.
Ticket prices, now €45, were €30 in 2015: they have risen by {a third|half}.
Three of the {ministers, Leo Marsh and Dan Price|ministers, Leo Marsh, Dan Price and Ada Obi}, were away in 2019.
The war ended in 1951. ¶ Thousands left. ¶ After the war ended in {1953|1951}, the farm was divided.
The vote will take place on 12 June. ¶ Few care. ¶ Campaigning stops the day before the {14|12} June vote.
The mill closed in 1990, {25|34} years ago.
The fair, a {three-day|ten-day} event, runs from 3 May to 12 May.
It was shut for {six|nine} years (1982 to 1991).
The tax raised $4,900 from 70 homes, or ${91|70} per home.
In 4 years it spent $32 million, or ${10.4|8} million a year.
They repay $530 a month over 24 months, ${19,080|12,720} altogether.
A {third|half} of the crew, or 48 percent, are women.
They met on Tuesday, May 14. The hearing was on {Friday|Thursday}, May 16.
"""


def findings(catalog: Catalog, text: str) -> list[str]:
    source = "---\ndate: 2024-06-10\n---\n\n# Notes from the county\n\n" + text.replace(" ¶ ", "\n\n") + "\n"
    article = read_text(source, input_format="markdown")
    rules = {name: catalog.rules[name].severity for name in RULES}
    outcome = lint(article, catalog, Settings(rules))
    assert not outcome.crashes
    return [f.message for f in outcome.findings]


@pytest.mark.parametrize("pair", PAIRS.strip().splitlines())
def test_wrong_is_said_and_true_is_not(catalog: Catalog, pair: str) -> None:
    assert findings(catalog, EITHER.sub(r"\1", pair))
    assert findings(catalog, EITHER.sub(r"\2", pair)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 11 people, 40 cows and 30 sheep.",
        "Of 200 pupils, 150 play football and 90 play tennis.",
        "The pass costs $8 a month or $80 a year.",
        "The firm raised £18.4m. Holm put in £9m. Berg gave £5m and a family £2.4m; the remaining £2m came from staff.",
        "They get a rise of 18.5%. Of it 12% is paid in May and the remaining 6.5% in June.",
        "Its surplus grew to 12 trillion yen, with more than half the surplus, 7 trillion yen, from Norland.",
        "The season began on 2 September and ended on 1 June, nine months later.",
        "Sales rose to $5 million and profit to $1 million, up 12%.",
        "He sold 30 of his 120 cows, 40% of the milkers among them.",
        "Revenue grew from $1 million to $3 million, an increase of 150%.",
        "The club raised the fee from £2 to £2.50, an increase of 25%.",
        "Nilsson beat Perera 4-6, 6-4, 6-4 in the final.",
        "The new council has 25 Greens, 20 Liberals and 15 independents, 60 members in total.",
        "The poll of 20,000 people in 20 countries found that 59% wanted more technology.",
        "With 76 percent of the vote counted, she was leading with 34 percent.",
        "Two other members, Rep. Vern Bolt, R-Fla., and Rep. Earl Lund, D-Ore., came in May 2019.",
        "Of 120 pupils, 80 take French and 70 German.",
        "The 12 boats landed 3,600 boxes, an average of 250 each day.",
        "It earned $12 million from 400 stores, or 20 cents a share.",
        "The 300-store chain earned $12 million, or $2 a share.",
        "It took $12 million from 400 stores, or $2 million a year.",
        "She served six years, from 1990 to 1993 and again from 1996 to 1999.",
        "Two years later, from 2012 to 2018, the pit was worked again.",
        "There was open water on 151 days (1970 to 1979) and on 134 days from 2016 to 2023.",
        "Rossi has 39% of the vote, trailing Holm at 47%.",
        "A quarter of the crew (45 percent of the officers) left.",
        "The old bridge opened in 1932 and fell in 1960. The new bridge opened in 1964.",
    ],
)
def test_what_may_be_true_is_left_alone(catalog: Catalog, text: str) -> None:
    assert findings(catalog, text) == []


def test_a_sketch_has_tokens_for_figures_and_leaves_rough_words_out() -> None:
    article = read_text("News\n\nOf the 120 hospitals, 72 (about 60%) have signed. More than half of them pay.\n")
    (one,) = sketches(article)
    assert one.text == " of the N0 hospitals , N1 ( P2 ) have signed ."
    (two,) = couples(article)
    assert two.text.endswith("have signed . / F3 of them pay .")
    assert two.bounds == {"F3": 1}


def test_no_wording_matches_without_the_words_that_wake_it() -> None:
    seen = 0
    for pair in PAIRS.strip().splitlines():
        said = EITHER.sub(r"\1", pair).replace(" ¶ ", "\n\n")
        article = read_text(f"Notes\n\n{said}\n", input_format="plain")
        for sketch in (*sketches(article), *couples(article)):
            for wording in reckoned._table():
                if re.search(wording.source, sketch.text):
                    seen += 1
                    assert all(words & sketch.words for words in wording.needs), wording
    assert seen > 40
    assert len([wording for wording in reckoned._table() if not wording.needs]) < 10
