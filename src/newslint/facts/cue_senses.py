"""Words of reporting in a sense in which they report nothing: ``backs away``, ``784 data points``."""

from __future__ import annotations

from newslint.facts.cue_frames import Candidate
from newslint.text.closed_classes import MODALS
from newslint.typed import Callable, Final, Mapping

LEADS_PASSIVE = frozenset("is was were are be been being gets got get isn't wasn't aren't weren't".split())
OPENS_CONTENT = frozenset("that the he she it they his her their its there for on him them this a an".split())
_BACKS = frozenset("back backs backed backing".split())
_TAKES_OBJECT = frozenset(
    "accused applauded ascribed attributed blamed commended condemned credited criticised criticized denounced derided "
    "faulted hailed lambasted lauded mocked praised ridiculed slammed touted".split()
)
_NO_OBJECT = frozenset("as for of on to".split())
"""Behind these, what was said of somebody, and by nobody: ``once hailed as a star``, ``goals credited to Berg``."""
_VEHICLES = frozenset("bus car lorry pickup taxi tractor trailer truck van".split())
"""What somebody backs up to a door, and does not support."""
_AWAY = frozenset("out away off down into up onto towards toward".split())
_POINTS = frozenset("point points pointed".split())
_AT = frozenset("to out toward towards at instead back again".split())
"""Behind somebody who points: ``784 data points`` tell nothing."""
_HEARS = frozenset(("heard", "learned"))
COURTS = frozenset("court jury inquest tribunal hearing trial inquiry bailey".split())
"""What hears, before a reporter's eyes, what somebody says: ``the court heard that``."""
_CAN = frozenset("can cannot can't could couldn't to".split())
_APART = frozenset("apart which whether if".split())
"""Behind "cannot tell": what nobody can see, and nobody says."""
_KEEPS = frozenset("maintain maintains maintained".split())
_OWNED = frozenset("a an its their his her".split())
"""Behind "maintains": what somebody keeps, and does not say."""
_PROMISED = frozenset("to that a an the more not them him her us".split())
"""Behind "is promising": what somebody promises; elsewhere it is praise."""
_MAY_ADD = MODALS - {"will", "shall"}
_MORE = frozenset("a an another more extra new further to up about some no".split())
"""Behind "would add": what somebody may put to something, and does not say."""


def _moves_back(at: Candidate) -> bool:
    """``Backs away``, ``backed his van up``."""
    return at.after in _AWAY or not _VEHICLES.isdisjoint(at.cast.folded[at.i + 1 : at.i + 4])


def _said_of_somebody(at: Candidate) -> bool:
    """``Once hailed as a star``, ``goals credited to Berg``."""
    return at.after in _NO_OBJECT


def _hears_no_case(at: Candidate) -> bool:
    """``He heard that``, and not ``the court heard that``."""
    return at.before not in COURTS


def _is_a_point(at: Candidate) -> bool:
    """``784 data points``."""
    return at.after not in _AT


def _cannot_see(at: Candidate) -> bool:
    """``Cannot tell whether``."""
    return at.before in _CAN and at.after in _APART


def _keeps(at: Candidate) -> bool:
    """``Maintains a fleet``, and not ``maintains his innocence``."""
    return at.after in _OWNED and at.cast.folded[at.i + 2 : at.i + 3] != ["innocence"]


def _is_praise(at: Candidate) -> bool:
    """``The trial is promising``."""
    return at.before in LEADS_PASSIVE and at.after not in _PROMISED


def _makes_more(at: Candidate) -> bool:
    """``Would add a lane``."""
    return at.before in _MAY_ADD and at.after in _MORE


def _is_likely(at: Candidate) -> bool:
    """``Doctors report suspected cases``."""
    return at.after not in OPENS_CONTENT and at.after not in ("of", "to")


def _is_shown(at: Candidate) -> bool:
    """``Projected on a wall``."""
    return at.after in ("on", "onto", "into", "upon")


def _refers(at: Candidate) -> bool:
    """``Referred to as the Goat``."""
    return at.cast.folded[at.i + 1 : at.i + 3] == ["to", "as"]


SENSES: Final[Mapping[str, Callable[[Candidate], bool]]] = {
    **dict.fromkeys(_BACKS, _moves_back),
    **dict.fromkeys(_TAKES_OBJECT, _said_of_somebody),
    **dict.fromkeys(_HEARS, _hears_no_case),
    **dict.fromkeys(_POINTS, _is_a_point),
    "tell": _cannot_see,
    **dict.fromkeys(_KEEPS, _keeps),
    "promising": _is_praise,
    "add": _makes_more,
    "suspected": _is_likely,
    "projected": _is_shown,
    "referred": _refers,
}
"""Words that have such a sense, each with what tells whether it is meant here."""
