"""The closed classes of English: small words that many readers ask for."""

from __future__ import annotations

MODALS = frozenset("can could may might must shall should will would".split())
BE = frozenset("is are was were be been being".split())
FINITE_BE = frozenset("is are was were".split())
HAVE = frozenset("has have had".split())
DO = frozenset("does do did".split())
ARTICLES = frozenset("the a an".split())
DEMONSTRATIVES = frozenset("this that these those".split())
POSSESSIVES = frozenset("my your his her its our their".split())
OF_OTHERS = frozenset("his her its their".split())
"""Possessives of those a report tells of."""
CONDITIONS = frozenset("if once unless until when whenever where whether".split())
"""Before what may happen, or happens to anybody."""
PARTICLES = frozenset("al bin bint d da de del della den der di do dos du el ibn la le st ten ter van von y".split())
"""Small words within the names of persons."""
DEFINITE = DEMONSTRATIVES | POSSESSIVES | {"the"}
"""What opens a noun phrase that readers are taken to know."""
