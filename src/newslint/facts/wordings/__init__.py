"""Wordings: sums and dates that do not come out, in whatever words they are set beside each other.

`sketches` draws sentences with their figures and dates as tokens. `reckoned` looks in them for the shapes of
``data/wordings.txt`` and calls the judge that a shape names: the key in the table ``JUDGES`` of the module that its
section names (of [changes]: of `compared`). The letters with which a judge asks for its figures are the names that the
shape gives them. `unfit` has no shapes: it looks at figures that stand together and fit in no way at all.
"""
