"""Units of measure and currencies: their names, what they measure and their size."""

from __future__ import annotations

from newslint.named import NamedTuple


class Unit(NamedTuple):
    """A unit: its symbol, the quantity that it measures, and its size in the quantity's base unit."""

    symbol: str
    quantity: str
    size: float


def _table(quantity: str, rows: str) -> dict[str, Unit]:
    """Rows of ``symbol size name name …``; ``_`` in a name stands for a space."""
    found = {}
    for row in rows.strip().splitlines():
        symbol, size, *names = row.split()
        unit = Unit(symbol, quantity, float(size))
        found.update({name.replace("_", " "): unit for name in names})
    return found


UNITS: dict[str, Unit] = {
    # metres
    **_table("length", """
        km 1000 km kms kilometre kilometres kilometer kilometers
        m 1 m metre metres meter meters
        cm 0.01 cm centimetre centimetres centimeter centimeters
        mm 0.001 mm millimetre millimetres millimeter millimeters
        mi 1609.344 mile miles
        nmi 1852 nautical_mile nautical_miles
        yd 0.9144 yard yards
        ft 0.3048 foot feet ft
        in 0.0254 inch inches
        ly 9.4607e15 light_year light_years
        au 1.495978707e11 astronomical_unit astronomical_units"""),
    # square metres
    **_table("area", """
        km² 1e6 square_kilometre square_kilometres square_kilometer square_kilometers sq_km km² km2
        m² 1 square_metre square_metres square_meter square_meters sq_m m² m2
        ha 10000 hectare hectares ha
        ac 4046.856 acre acres
        mi² 2589988 square_mile square_miles sq_miles sq_mi
        ft² 0.09290304 square_foot square_feet sq_ft"""),
    # kilograms
    **_table("mass", """
        kg 1 kg kgs kilogram kilograms kilo kilos
        g 0.001 gram grams gramme grammes
        mg 1e-6 mg milligram milligrams
        t 1000 tonne tonnes metric_ton metric_tons
        ton 907.185 ton tons short_ton short_tons
        lb 0.45359237 lb lbs
        oz 0.028349523 ounce ounces oz
        st 6.35029 stone"""),
    # litres
    **_table("volume", """
        L 1 litre litres liter liters
        ml 0.001 ml millilitre millilitres milliliter milliliters
        m³ 1000 cubic_metre cubic_metres cubic_meter cubic_meters
        gal 3.785412 gallon gallons
        pt 0.568261 pint pints
        bbl 158.987 barrel barrels
        ft³ 28.316847 cubic_foot cubic_feet"""),
    # metres a second
    **_table("speed", """
        km/h 0.277778 kph kmh km/h
        mph 0.44704 mph
        kn 0.514444 knot knots"""),
    # seconds
    **_table("time", """
        s 1 second seconds secs
        min 60 minute minutes mins
        h 3600 hour hours hrs
        d 86400 day days
        wk 604800 week weeks
        mo 2629800 month months
        y 31557600 year years
        decade 315576000 decade decades"""),
    # degrees
    **_table("temperature", """
        °C 1 celsius degrees_celsius degrees_c °c degree_celsius
        °F 1 fahrenheit degrees_fahrenheit degrees_f °f degree_fahrenheit
        ° 1 degree degrees"""),
    **_table("energy", """
        kWh 1 kwh kilowatt-hour kilowatt-hours kilowatt_hours
        MWh 1e3 mwh megawatt-hours megawatt_hours
        GWh 1e6 gwh gigawatt-hours gigawatt_hours
        TWh 1e9 twh terawatt-hours terawatt_hours"""),
    **_table("power", """
        kW 1e3 kw kilowatt kilowatts
        MW 1e6 mw megawatt megawatts
        GW 1e9 gw gigawatt gigawatts"""),
    **_table("data", """
        KB 1e3 kb kilobyte kilobytes
        MB 1e6 mb megabyte megabytes
        GB 1e9 gb gigabyte gigabytes
        TB 1e12 tb terabyte terabytes"""),
}  # fmt: skip
"""Units by every name that texts give them, folded."""

SECONDS = {unit.symbol: unit.size for unit in UNITS.values() if unit.quantity == "time"}
"""How long a unit of time is."""
TIME_UNITS = frozenset(SECONDS)
"""Figures in these say in what time, not from what to what."""

UNIT_FIRST_WORDS = frozenset(name.split()[0] for name in UNITS if " " in name)

SYMBOLS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₦": "NGN", "₴": "UAH", "₫": "VND", "₱": "PHP", "฿": "THB",
}  # fmt: skip
DOLLAR_PREFIXES = {
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "aud": "AUD",
    "nz": "NZD", "hk": "HKD", "s": "SGD", "r": "BRL", "nt": "TWD", "usd": "USD",
}  # fmt: skip
"""Letters before ``$``; before ``¥``, ``cn`` and ``rmb`` make it yuan."""

CODES = frozenset(
    "USD EUR GBP JPY CNY INR KRW RUB AUD CAD NZD HKD SGD CHF SEK NOK DKK BRL MXN ZAR TRY PLN CZK HUF ILS AED SAR QAR "
    "NGN KES EGP THB IDR MYR PHP VND TWD PKR BDT LKR ARS CLP COP PEN UAH RON BGN RMB".split()
)

CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD",
    "euro": "EUR", "euros": "EUR",
    "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "quid": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rand": "ZAR", "reais": "BRL",
    "peso": "MXN", "pesos": "MXN", "lira": "TRY", "liras": "TRY", "franc": "CHF", "francs": "CHF",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "shekel": "ILS", "shekels": "ILS",
    "ringgit": "MYR", "baht": "THB", "dong": "VND", "rupiah": "IDR", "dirham": "AED", "dirhams": "AED",
    "riyal": "SAR", "riyals": "SAR", "naira": "NGN", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF",
    "hryvnia": "UAH", "hryvnias": "UAH",
}  # fmt: skip
CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP", "penny": "GBP"}
NATIONAL = {
    "us": "USD", "u.s": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD",
    "hong": "HKD", "zealand": "NZD", "taiwan": "TWD", "swiss": "CHF", "swedish": "SEK", "norwegian": "NOK",
    "danish": "DKK",
    "chinese": "CNY", "japanese": "JPY", "indian": "INR", "pakistani": "PKR", "russian": "RUB", "turkish": "TRY",
    "egyptian": "EGP", "philippine": "PHP", "chilean": "CLP", "colombian": "COP", "mexican": "MXN", "argentine": "ARS",
    "british": "GBP", "brazilian": "BRL", "israeli": "ILS", "saudi": "SAR", "emirati": "AED", "south": "",
}  # fmt: skip
"""What stands before a currency's name: ``Australian dollars``."""
