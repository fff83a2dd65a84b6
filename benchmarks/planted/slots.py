"""What fills the slots of the phrasings: for each kind a true set of values and one that contradicts itself."""

from __future__ import annotations

import days
import figures
import people
from vocabulary import Draw, Slots as Slots

DRAWS: dict[str, Draw] = figures.DRAWS | days.DRAWS | people.DRAWS
