"""English inflection, forwards only: from the base form in a lexicon to the forms that texts use."""

from __future__ import annotations

_IRREGULAR = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing", "say": "says said saying",
    "go": "goes went gone going", "get": "gets got gotten getting", "make": "makes made making", "take": "takes took taken taking",
    "come": "comes came coming", "see": "sees saw seen seeing", "know": "knows knew known knowing", "give": "gives gave given giving",
    "find": "finds found finding", "think": "thinks thought thinking", "tell": "tells told telling", "become": "becomes became becoming",
    "leave": "leaves left leaving", "feel": "feels felt feeling", "bring": "brings brought bringing", "begin": "begins began begun beginning",
    "keep": "keeps kept keeping", "hold": "holds held holding", "write": "writes wrote written writing", "stand": "stands stood standing",
    "hear": "hears heard hearing", "let": "lets letting", "mean": "means meant meaning", "set": "sets setting", "meet": "meets met meeting",
    "run": "runs ran running", "pay": "pays paid paying", "sit": "sits sat sitting", "speak": "speaks spoke spoken speaking",
    "lie": "lies lay lain lying lied", "lead": "leads led leading", "read": "reads reading", "grow": "grows grew grown growing",
    "lose": "loses lost losing", "fall": "falls fell fallen falling", "send": "sends sent sending", "build": "builds built building",
    "understand": "understands understood understanding", "draw": "draws drew drawn drawing", "break": "breaks broke broken breaking",
    "spend": "spends spent spending", "cut": "cuts cutting", "rise": "rises rose risen rising", "drive": "drives drove driven driving",
    "buy": "buys bought buying", "wear": "wears wore worn wearing", "choose": "chooses chose chosen choosing", "put": "puts putting",
    "strike": "strikes struck stricken striking", "win": "wins won winning", "hit": "hits hitting", "teach": "teaches taught teaching",
    "catch": "catches caught catching", "seek": "seeks sought seeking", "shake": "shakes shook shaken shaking", "shed": "sheds shedding",
    "spread": "spreads spreading", "stem": "stems stemmed stemming", "underlie": "underlies underlay underlain underlying",
    "undergo": "undergoes underwent undergone undergoing", "overcome": "overcomes overcame overcoming", "weather": "weathers weathered weathering",
    "usher": "ushers ushered ushering", "garner": "garners garnered garnering", "foster": "fosters fostered fostering",
    "bolster": "bolsters bolstered bolstering", "harbor": "harbors harbored harboring", "offer": "offers offered offering",
    "deliver": "delivers delivered delivering", "shine": "shines shone shined shining", "fly": "flies flew flown flying",
    "throw": "throws threw thrown throwing", "show": "shows showed shown showing", "sell": "sells sold selling", "bear": "bears bore borne bearing",
    "beat": "beats beaten beating", "bite": "bites bit bitten biting", "bind": "binds bound binding", "fight": "fights fought fighting",
    "forge": "forges forged forging", "foresee": "foresees foresaw foreseen foreseeing", "forecast": "forecasts forecasted forecasting",
    "quit": "quits quitting", "shut": "shuts shutting", "sink": "sinks sank sunk sinking", "stick": "sticks stuck sticking",
    "swear": "swears swore sworn swearing", "weave": "weaves wove woven weaving", "withdraw": "withdraws withdrew withdrawn withdrawing",
    "uphold": "upholds upheld upholding", "reset": "resets resetting", "rebuild": "rebuilds rebuilt rebuilding", "open": "opens opened opening",
    "enter": "enters entered entering", "happen": "happens happened happening", "order": "orders ordered ordering",
    "trigger": "triggers triggered triggering", "travel": "travels traveled travelled traveling travelling", "focus": "focuses focused focussed focusing focussing",
    "signal": "signals signaled signalled signaling signalling", "reveal": "reveals revealed revealing", "propel": "propels propelled propelling",
    "fuel": "fuels fueled fuelled fueling fuelling", "benefit": "benefits benefited benefitted benefiting benefitting", "target": "targets targeted targeting",
    "visit": "visits visited visiting", "credit": "credits credited crediting", "pivot": "pivots pivoted pivoting", "limit": "limits limited limiting",
    "man": "men", "woman": "women", "person": "persons people", "child": "children", "foot": "feet", "life": "lives", "half": "halves",
    "leader": "leaders", "crisis": "crises", "analysis": "analyses", "datum": "data", "phenomenon": "phenomena", "criterion": "criteria",
}  # fmt: skip

_VOWELS = frozenset("aeiou")


def forms(word: str) -> frozenset[str]:
    """The word with its plural, third person, past and -ing forms; some may not exist, which harms no matching."""
    if word in _IRREGULAR:
        return frozenset((word, *_IRREGULAR[word].split()))
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset((word, word + "es", word + "ed", word + "ing"))
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        stem = word[:-1]
        return frozenset((word, stem + "ies", stem + "ied", word + "ing"))
    if word.endswith("ie"):
        return frozenset((word, word + "s", word + "d", word[:-2] + "ying"))
    if word.endswith("ee"):
        return frozenset((word, word + "s", word + "d", word + "ing"))
    if word.endswith("e"):
        return frozenset((word, word + "s", word + "d", word[:-1] + "ing"))
    if _doubles(word):
        return frozenset((word, word + "s", word + word[-1] + "ed", word + word[-1] + "ing"))
    return frozenset((word, word + "s", word + "ed", word + "ing"))


def _doubles(word: str) -> bool:
    """``plan`` doubles its last letter, ``open`` and ``fix`` do not."""
    if len(word) < 3 or word[-1] in "aeiouwxy" or word[-2] not in _VOWELS or word[-3] in _VOWELS:
        return False
    return sum(c in "aeiouy" for c in word) == 1 or word.endswith(("fer", "mit", "cur", "pel", "gret"))
