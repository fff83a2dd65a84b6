"""The calendar: month and weekday names, and plain arithmetic on days (proleptic Gregorian)."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, row in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|"),
        1,
    )
    for name in row.split()
}
WEEKDAYS = {
    name: number
    for number, row in enumerate(
        "monday mondays mon|tuesday tuesdays tues tue|wednesday wednesdays wed|thursday thursdays thurs thur thu|"
        "friday fridays fri|saturday saturdays sat|sunday sundays sun".split("|")
    )
    for name in row.split()
}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

ANY_YEAR = 2001
"""To count days in where the text gives no year; not a leap year."""


def is_leap(year: int) -> bool:
    """True when the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of the month; 29 for February when the year is not known (0)."""
    if month == 2:
        return 29 if not year or is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 March of the year 0: differences are durations in days."""
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 1


def weekday_of(year: int, month: int, day: int) -> int:
    """0 Monday to 6 Sunday."""
    return (day_number(year, month, day) + 2) % 7


def from_day_number(number: int) -> tuple[int, int, int]:
    """Year, month and day of a `day_number`."""
    era, rest = divmod(number, 146097)
    year_of_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day_of_year = rest - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def parse_iso(date: str) -> tuple[int, int, int] | None:
    """``2026-03-03`` (and what follows it) as year, month, day; None when it is no date."""
    if not date:
        return None
    try:
        year, month, day = int(date[:4]), int(date[5:7]), int(date[8:10])
    except ValueError:
        return None
    return (year, month, day) if 1 <= month <= 12 and 1 <= day <= month_length(year, month) else None
