from __future__ import annotations

from newslint import Article, Edit, Fix, Hit, Iterator, name_variants, rule


@rule(
    "error",
    wakes=[name_variants],
    why="A name spelt wrong is the classic correction; it tells the person named that nobody checked",
    exceptions="Quotations; plurals and adjectives; two people with different first names; names on the desk's list.",
    bad=[
        "Elena Petrova leads the union. The plan has failed, <<Petrovna>> said. Petrova will speak on Monday.",
        "The firm OpenKiln makes ovens. OpenKiln sold 300 last year, and <<Open Kiln>> plans a shop.",
        "Baronax opened in May. <<Baronxa>> employs 40 people. Baronax sells lamps, and Baronax pays well.",
        "Jonas Müller chairs the board. <<Muller>> owns a tenth. The rest of the family owns half, Müller said.",
    ],
    good=[
        "Elena Petrova leads the union. The plan has failed, Petrova said.",
        "Anna Larsen and Erik Larson run the shop. Larsen bakes, and Larson sells.",
        "Russia and Russian firms trade with Austria and Australia.",
        '"I told Petrovna so," one note reads. Elena Petrova denies it. Petrova leads the union.',
        "Lumora makes lamps. Lumora's lamps are dear, and two Lumoras stand here.",
    ],
    fixes="unsafe",
)
def name_variant(article: Article) -> Iterator[Hit]:
    """One name is spelt in two ways.

    Readers forgive much before they forgive a wrong name. Look the spelling up at the source, not in the copy, and use
    it throughout. The rarer spelling is reported; it may be the right one. Where only capitals, spaces, hyphens or
    accents differ (OpenKiln, Open Kiln) it is a warning.
    """
    for variant in name_variants(article):
        rare, usual = variant.rare[0], variant.usual[0]
        a, b = (article.one_line(s) for s in (rare, usual))
        yield Hit(
            rare,
            f"“{a}” or “{b}” (line {article.line_of(usual.start)})? Use one.",
            severity=None if variant.letters else "warning",
            also_here=variant.rare[1:],
            see=((usual, f"“{b}” here"),),
            fix=Fix(f"Write “{b}”", tuple(Edit(span, b) for span in variant.rare)),
        )
