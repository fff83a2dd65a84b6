"""Dates: kinds, parts, what they come to beside the article's own date; what is none."""

from __future__ import annotations

import datetime

import pytest

from newslint.facts.calendar import day_number, from_day_number, parse_iso, weekday_of
from newslint.facts.dates import Date, dates
from newslint.formats import read_text


def found(text: str, today: str = "2026-03-03") -> list[Date]:
    front = f"---\ndate: {today}\n---\n\n" if today else ""
    return list(dates(read_text(f"{front}# Report of the day\n\n{text}\n", input_format="markdown")))


@pytest.mark.parametrize(
    ("text", "kind", "iso"),
    [
        ("It is due on 3 May 2024.", "day", "2024-05-03"),
        ("It is due on May 3, 2024.", "day", "2024-05-03"),
        ("It is due on the 3rd of May 2024.", "day", "2024-05-03"),
        ("It is due on Oct. 17, 2023.", "day", "2023-10-17"),
        ("It is due on 2024-05-03.", "day", "2024-05-03"),
        ("It is due on 17.10.2023.", "day", "2023-10-17"),
        ("It is due on Friday 3 May.", "day", "2026-05-03"),
        ("It is due in May 2024.", "month", "2024-05"),
        ("It is due in December.", "month", "2025-12"),
        ("It was built in 2019.", "year", "2019"),
        ("It was built in the 1990s.", "year", "1990"),
        ("It came out in the third quarter of 2023.", "quarter", "2023"),
        ("It came out in Q3 2023.", "quarter", "2023"),
        ("It opened in summer 2023.", "season", "2023"),
        ("It shut last year.", "relative", "2025"),
        ("It shut last month.", "relative", "2026-02"),
        ("It shut yesterday.", "relative", "2026-03-02"),
        ("It shut three days ago.", "relative", "2026-02-28"),
        ("It shut fifteen years ago.", "relative", "2011"),
        ("It shut 4 months ago.", "relative", "2025-11"),
        ("It shut on Tuesday.", "weekday", ""),
        ("It shut at 5 p.m. sharp.", "time", ""),
        ("It shut at 10:30 sharp.", "time", ""),
        ("It recently shut.", "vague", ""),
        ("It shut in recent months.", "vague", ""),
    ],
)
def test_reads(text: str, kind: str, iso: str) -> None:
    (date,) = found(text)
    assert (date.kind, date.iso) == (kind, iso)


def test_weekday_stays_with_its_day() -> None:
    (date,) = found("It is due on Tuesday, Oct. 17, 2023.")
    assert (date.text, date.weekday, date.year_given) == ("Tuesday, Oct. 17, 2023", 1, True)


def test_without_a_date_of_its_own_nothing_is_guessed() -> None:
    (date,) = found("It is due on 3 May.", today="")
    assert (date.year, date.iso) == (0, "")


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun.",
        "June Carter sat with Jan.",
        "It is 34% of what it was.",
        "He ran 1500 metres and sold 2000 units for $1999.",
        "I am here, 5 of us.",
        "The last evening bus is full.",
    ],
)
def test_is_none(text: str) -> None:
    assert found(text) == []


def test_share_of_a_month_is_a_month() -> None:
    (date,) = found("That is 34% of June.")
    assert (date.kind, date.text) == ("month", "June")


def test_two_years_of_a_span() -> None:
    assert [d.year for d in found("Ines Roy (1953-1983) painted.")] == [1953, 1983]


def test_calendar_agrees_with_datetime() -> None:
    for n in range(0, 80000, 17):
        day = datetime.date(1850, 1, 1) + datetime.timedelta(n)
        assert weekday_of(day.year, day.month, day.day) == day.weekday()
        assert from_day_number(day_number(day.year, day.month, day.day)) == (day.year, day.month, day.day)
    assert parse_iso("2023-02-29") is None
    assert parse_iso("soon") is None
