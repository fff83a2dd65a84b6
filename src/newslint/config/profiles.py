"""Kinds of copy. A column argues and a press release speaks for its sender: neither is judged as a news report is."""

from __future__ import annotations

from newslint.typed import Mapping

SEVERITIES_BY_PROFILE: Mapping[str, Mapping[str, str]] = {
    "news": {},
    # A column, review or editorial: the writer judges and foresees in the writer's own name. Facts must still hold.
    "opinion": {
        "editorialising": "off", "loaded-label": "off", "absolute-claim": "off", "weak-lede": "off",
        "mind-reading": "info", "unsourced-claim": "info", "unsourced-prediction": "off", "unsourced-figure": "info",
        "no-sources": "info", "single-source": "off", "undated-story": "info", "hype-adjective": "info",
        "promotional-language": "info", "unsupported-superlative": "info", "unsupported-first": "info",
        "vague-quantity": "off", "claim-without-instance": "info", "negative-parallelism": "info",
        "clickbait-headline": "info", "headline-not-supported": "warning", "repeated-opening": "off",
        "vacuous-obligation": "info", "importance-inflation": "info",
    },
    # One sender speaks, and says so: praise of itself is expected, proof and terms are not.
    "press-release": {
        "single-source": "off", "no-sources": "info", "unsourced-claim": "info", "amount-unsourced": "info",
        "boilerplate-quote": "info", "missing-disclosure": "off", "production-label": "off",
        "company-pronoun": "off", "unsourced-prediction": "info",
    },
    # A few sentences: no room for a second source or for background.
    "brief": {
        "single-source": "off", "no-sources": "warning", "deal-terms-missing": "info",
        "use-of-proceeds-missing": "off", "company-undescribed": "off", "unintroduced-person": "info",
        "grade-level": "off", "weak-lede": "info", "undated-story": "info",
    },
}  # fmt: skip
"""What each profile changes of the rules' own severities; ``off`` switches off."""

PROFILES_BY_TYPE: Mapping[str, str] = {
    "opinion": "opinion", "op-ed": "opinion", "oped": "opinion", "editorial": "opinion", "column": "opinion",
    "comment": "opinion", "commentary": "opinion", "review": "opinion", "letter": "opinion", "analysis": "news",
    "press-release": "press-release", "press release": "press-release", "release": "press-release",
    "brief": "brief", "news-brief": "brief", "nib": "brief", "short": "brief",
}  # fmt: skip
"""What an article's own ``type`` says, when nothing is configured."""
