"""newslint: what a strict news editor would mend before an article is published.

Checks and plug-ins import from here only, and may rely on what they find here while `api` stays 1: what a rule is made of
(`rule`, `Hit`, `Fix`, `Edit`, `Span`), the `Article`, its facts, each a function of the article that is worked out once,
the values that they give, what reads words (`phrases`, `pattern`, `word_list`, `stem`), and what annotations name
(`Iterator`, `Pattern`), without the modules of their own. Names are loaded when first asked for, so that starting costs
nothing.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False

__version__ = "0.1.0"

api = 1
"""The plug-in interface's version."""

if TYPE_CHECKING:
    from typing import Any

    from newslint.article import Article as Article
    from newslint.parts import (
        FAQ_TITLES as FAQ_TITLES,
        PROSE as PROSE,
        STORY as STORY,
        Block as Block,
        Meta as Meta,
        Run as Run,
        Sentence as Sentence,
    )
    from newslint.corpus import corpus_hits as corpus_hits
    from newslint.data import spelling_pairs as spelling_pairs, word_list as word_list, word_sections as word_sections
    from newslint.engines.languagetool.news import grammar_matches as grammar_matches
    from newslint.engines.readability import textstat_panel as textstat_panel
    from newslint.engines.spelling import Misspelling as Misspelling, misspellings as misspellings
    from newslint.errors import (
        ConfigError as ConfigError,
        InputError as InputError,
        NewslintError as NewslintError,
        RuleError as RuleError,
        Unavailable as Unavailable,
    )
    from newslint.facts import fact as fact, lexicons_here as lexicons_here, phrases as phrases
    from newslint.facts.answerable import (
        answered_for as answered_for,
        excuse as excuse,
        finders_named as finders_named,
        reasons_given as reasons_given,
        vouched_for as vouched_for,
    )
    from newslint.facts.arithmetic import (
        Clash as Clash,
        agree as agree,
        amount as amount,
        change as change,
        half_place as half_place,
        meant_by as meant_by,
        number as number,
        reach as reach,
    )
    from newslint.facts.assertions import weak_claims as weak_claims
    from newslint.facts.attribution import (
        Attribution as Attribution,
        attributions as attributions,
        sourced_sentences as sourced_sentences,
        vouched_sentences as vouched_sentences,
    )
    from newslint.facts.bare import bare_assertions as bare_assertions, is_faint as is_faint
    from newslint.facts.calendar import (
        MONTH_NAMES as MONTH_NAMES,
        WEEKDAY_NAMES as WEEKDAY_NAMES,
        day_number as day_number,
        month_length as month_length,
        parse_iso as parse_iso,
        weekday_of as weekday_of,
    )
    from newslint.facts.changes import (
        FALLS as FALLS,
        RISES as RISES,
        Change as Change,
        changes as changes,
        figures_by_sentence as figures_by_sentence,
    )
    from newslint.facts.chronology import date_clashes as date_clashes
    from newslint.facts.claims import Claim as Claim, claims as claims
    from newslint.facts.clock import clock_clashes as clock_clashes
    from newslint.facts.crowd_frames import crowd_frames as crowd_frames, gives_an_opinion as gives_an_opinion
    from newslint.facts.crowd_views import crowd_views as crowd_views
    from newslint.facts.crowds import (
        crowd_moods as crowd_moods,
        crowd_reactions as crowd_reactions,
        is_adverb as is_adverb,
    )
    from newslint.facts.dates import Date as Date, article_day as article_day, dates as dates
    from newslint.facts.backers import spoken_backers as spoken_backers, spoken_payments as spoken_payments
    from newslint.facts.deal import Deal as Deal, deal as deal, speaking_names as speaking_names
    from newslint.facts.echoes import echoes as echoes, figures_again as figures_again
    from newslint.facts.events import misdated_events as misdated_events, overtaken_events as overtaken_events
    from newslint.facts.exchange_rates import exchange_rates as exchange_rates
    from newslint.facts.figures import Figure as Figure, figures as figures, is_set as is_set
    from newslint.facts.founding import Founding as Founding, foundings as foundings
    from newslint.facts.freshness import (
        fresh_sentences as fresh_sentences,
        running_coverage as running_coverage,
        specific_sentences as specific_sentences,
    )
    from newslint.facts.groups import (
        is_anybody as is_anybody,
        is_plural_of_people as is_plural_of_people,
        is_view as is_view,
        speaks_its_mind as speaks_its_mind,
        trade_of as trade_of,
        trades_named as trades_named,
    )
    from newslint.facts.hollow import HAPPENED as HAPPENED, empty_sentences as empty_sentences, hollow as hollow
    from newslint.facts.holders import held_beside as held_beside, held_in_brackets as held_in_brackets
    from newslint.facts.introductions import noun_before as noun_before
    from newslint.facts.links import LEAST_NOTES as LEAST_NOTES, links as links, listed_notes as listed_notes
    from newslint.facts.listed_facts import listed_facts as listed_facts
    from newslint.facts.lists import miscounted_lists as miscounted_lists
    from newslint.facts.names import (
        Entity as Entity,
        Introduction as Introduction,
        Name as Name,
        introductions as introductions,
        name_table as name_table,
        named_words as named_words,
        names as names,
    )
    from newslint.facts.instances import has_instance as has_instance, tells as tells
    from newslint.facts.broken_off import HANGING as HANGING, STOPS as STOPS, broken_off as broken_off
    from newslint.facts.directions import directions as directions
    from newslint.facts.nameless import nameless as nameless
    from newslint.facts.no_writer import no_writer as no_writer, unreported as unreported
    from newslint.facts.offices import exclusive as exclusive, office_of as office_of
    from newslint.facts.outline import (
        desk_asides as desk_asides,
        desk_waits as desk_waits,
        outline_labels as outline_labels,
        reader_calls as reader_calls,
    )
    from newslint.facts.own_voice import (
        essay as essay,
        is_country as is_country,
        own_account as own_account,
        own_questions as own_questions,
    )
    from newslint.facts.page_counts import (
        page_clashes as page_clashes,
    )
    from newslint.facts.quotes import (
        Quotation as Quotation,
        quotations as quotations,
        quoted_sentences as quoted_sentences,
    )
    from newslint.facts.readability import (
        Counts as Counts,
        middle as middle,
        paragraph_counts as paragraph_counts,
        readability as readability,
    )
    from newslint.facts.repeats import Repeat as Repeat, repeats as repeats
    from newslint.facts.restated import restated as restated
    from newslint.facts.responses import crowd_responses as crowd_responses, judged_by_nobody as judged_by_nobody
    from newslint.facts.seats import Seat as Seat, seats as seats
    from newslint.facts.sections import empty_sections as empty_sections
    from newslint.facts.shares import miscounted_shares as miscounted_shares
    from newslint.facts.sizes import OTHER_QUANTITY as OTHER_QUANTITY, Size as Size, sizes as sizes
    from newslint.facts.sources import (
        Source as Source,
        answered_sentences as answered_sentences,
        sources as sources,
    )
    from newslint.facts.speakers import SOURCED as SOURCED
    from newslint.facts.standings import standing_again as standing_again, standing_clashes as standing_clashes
    from newslint.facts.stems import Contents as Contents, contents as contents, stems as stems
    from newslint.facts.study_forms import studies_in_passing as studies_in_passing
    from newslint.facts.sums import miscounted_sums as miscounted_sums, past_the_last as past_the_last
    from newslint.facts.support import (
        clause_of as clause_of,
        inside as inside,
        measured_by_figure as measured_by_figure,
        names_instance as names_instance,
        part_of as part_of,
        supported as supported,
    )
    from newslint.facts.table_claims import table_clashes as table_clashes
    from newslint.facts.tense import is_participle as is_participle
    from newslint.facts.tables import (
        Cell as Cell,
        Table as Table,
        miscounted_tables as miscounted_tables,
        tables as tables,
    )
    from newslint.facts.units import UNITS as UNITS, Unit as Unit
    from newslint.facts.unnamed import Voice as Voice, unnamed_voices as unnamed_voices
    from newslint.facts.unpaired_marks import open_brackets as open_brackets, unpaired_marks as unpaired_marks
    from newslint.facts.unsourced import (
        WELL_SOURCED as WELL_SOURCED,
        Unsourced as Unsourced,
        bold_sentences as bold_sentences,
        expected_by_nobody as expected_by_nobody,
        names_its_sources as names_its_sources,
        nobody_cited as nobody_cited,
        sourced_share as sourced_share,
        unsourced_claims as unsourced_claims,
    )
    from newslint.facts.variants import (
        Variant as Variant,
        name_variants as name_variants,
        one_letter_apart as one_letter_apart,
    )
    from newslint.facts.voice import (
        in_code as in_code,
        is_quoted as is_quoted,
        masks as masks,
        sentence_round as sentence_round,
    )
    from newslint.facts.wordings.reckoned import (
        misreckoned as misreckoned,
        mistimed as mistimed,
        told_changes as told_changes,
    )
    from newslint.facts.wordings.unfit import misfits as misfits
    from newslint.finding import Edit as Edit, Finding as Finding, Fix as Fix, Severity as Severity
    from newslint.lean import Tally as Tally, cache as cache
    from newslint.named import NamedTuple as NamedTuple
    from newslint.rules import Hit as Hit, Rule as Rule, rule as rule
    from newslint.text.closed_classes import (
        ARTICLES as ARTICLES,
        BE as BE,
        CONDITIONS as CONDITIONS,
        DEFINITE as DEFINITE,
        DO as DO,
        FINITE_BE as FINITE_BE,
        HAVE as HAVE,
        MODALS as MODALS,
        POSSESSIVES as POSSESSIVES,
    )
    from newslint.text.inflect import forms as forms
    from newslint.text.blanks import (
        COUNTED as COUNTED,
        blanks as blanks,
        crosses as crosses,
        missing_nouns as missing_nouns,
    )
    from newslint.text.markup import (
        entities as entities,
        foreign_marks as foreign_marks,
        html_tags as html_tags,
        markdown_marks as markdown_marks,
    )
    from newslint.text.mojibake import lost_apostrophes as lost_apostrophes, mojibake as mojibake
    from newslint.text.pattern import pattern as pattern
    from newslint.text.residue import residue as residue
    from newslint.text.phrases import PhraseHit as PhraseHit
    from newslint.text.slips import joints as joints, slips as slips
    from newslint.text.span import Span as Span, covering as covering, merged as merged
    from newslint.text.stem import root as root, stem as stem
    from newslint.text.table import cached_on_disk as cached_on_disk
    from newslint.text.words import by_word as by_word
    from newslint.typed import (
        Callable as Callable,
        Iterable as Iterable,
        Iterator as Iterator,
        Mapping as Mapping,
        Match as Match,
        Pattern as Pattern,
        Sequence as Sequence,
    )

# The same names once more, for the running program; `tests/test_layers.py` compares them.
_HOMES = {
    "article": "Article",
    "corpus": "corpus_hits",
    "data": "spelling_pairs word_list word_sections",
    "engines.languagetool.news": "grammar_matches",
    "engines.readability": "textstat_panel",
    "engines.spelling": "Misspelling misspellings",
    "errors": "ConfigError InputError NewslintError RuleError Unavailable",
    "facts": "fact lexicons_here phrases",
    "facts.answerable": "answered_for excuse finders_named reasons_given vouched_for",
    "facts.arithmetic": "Clash agree amount change half_place meant_by number reach",
    "facts.assertions": "weak_claims",
    "facts.attribution": "Attribution attributions sourced_sentences vouched_sentences",
    "facts.bare": "bare_assertions is_faint",
    "facts.calendar": "MONTH_NAMES WEEKDAY_NAMES day_number month_length parse_iso weekday_of",
    "facts.changes": "FALLS RISES Change changes figures_by_sentence",
    "facts.chronology": "date_clashes",
    "facts.claims": "Claim claims",
    "facts.clock": "clock_clashes",
    "facts.crowd_frames": "crowd_frames gives_an_opinion",
    "facts.crowd_views": "crowd_views",
    "facts.crowds": "crowd_moods crowd_reactions is_adverb",
    "facts.dates": "Date article_day dates",
    "facts.backers": "spoken_backers spoken_payments",
    "facts.deal": "Deal deal speaking_names",
    "facts.broken_off": "HANGING STOPS broken_off",
    "facts.directions": "directions",
    "facts.echoes": "echoes figures_again",
    "facts.events": "misdated_events overtaken_events",
    "facts.exchange_rates": "exchange_rates",
    "facts.figures": "Figure figures is_set",
    "facts.founding": "Founding foundings",
    "facts.freshness": "fresh_sentences running_coverage specific_sentences",
    "facts.groups": "is_anybody is_plural_of_people is_view speaks_its_mind trade_of trades_named",
    "facts.hollow": "HAPPENED empty_sentences hollow",
    "facts.holders": "held_beside held_in_brackets",
    "facts.introductions": "noun_before",
    "facts.links": "LEAST_NOTES links listed_notes",
    "facts.listed_facts": "listed_facts",
    "facts.lists": "miscounted_lists",
    "facts.names": "Entity Introduction Name introductions name_table named_words names",
    "facts.instances": "has_instance tells",
    "facts.nameless": "nameless",
    "facts.no_writer": "no_writer unreported",
    "facts.offices": "exclusive office_of",
    "facts.outline": "desk_asides desk_waits outline_labels reader_calls",
    "facts.own_voice": "essay is_country own_account own_questions",
    "facts.page_counts": "page_clashes",
    "facts.quotes": "Quotation quotations quoted_sentences",
    "facts.readability": "Counts middle paragraph_counts readability",
    "facts.repeats": "Repeat repeats",
    "facts.restated": "restated",
    "facts.responses": "crowd_responses judged_by_nobody",
    "facts.seats": "Seat seats",
    "facts.sections": "empty_sections",
    "facts.shares": "miscounted_shares",
    "facts.sizes": "OTHER_QUANTITY Size sizes",
    "facts.sources": "Source answered_sentences sources",
    "facts.speakers": "SOURCED",
    "facts.standings": "standing_again standing_clashes",
    "facts.stems": "Contents contents stems",
    "facts.study_forms": "studies_in_passing",
    "facts.sums": "miscounted_sums past_the_last",
    "facts.support": "clause_of inside measured_by_figure names_instance part_of supported",
    "facts.table_claims": "table_clashes",
    "facts.tense": "is_participle",
    "facts.tables": "Cell Table miscounted_tables tables",
    "facts.units": "UNITS Unit",
    "facts.unnamed": "Voice unnamed_voices",
    "facts.unpaired_marks": "open_brackets unpaired_marks",
    "facts.unsourced": "WELL_SOURCED Unsourced bold_sentences expected_by_nobody names_its_sources nobody_cited sourced_share unsourced_claims",
    "facts.variants": "Variant name_variants one_letter_apart",
    "facts.voice": "in_code is_quoted masks sentence_round",
    "facts.wordings.reckoned": "misreckoned mistimed told_changes",
    "facts.wordings.unfit": "misfits",
    "finding": "Edit Finding Fix Severity",
    "lean": "Tally cache",
    "named": "NamedTuple",
    "parts": "FAQ_TITLES PROSE STORY Block Meta Run Sentence",
    "rules": "Hit Rule rule",
    "text.closed_classes": "ARTICLES BE CONDITIONS DEFINITE DO FINITE_BE HAVE MODALS POSSESSIVES",
    "text.inflect": "forms",
    "text.blanks": "COUNTED blanks crosses missing_nouns",
    "text.markup": "entities foreign_marks html_tags markdown_marks",
    "text.mojibake": "lost_apostrophes mojibake",
    "text.pattern": "pattern",
    "text.phrases": "PhraseHit",
    "text.residue": "residue",
    "text.slips": "joints slips",
    "text.span": "Span covering merged",
    "text.stem": "root stem",
    "text.table": "cached_on_disk",
    "text.words": "by_word",
    "typed": "Callable Iterable Iterator Mapping Match Pattern Sequence",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    *_HOME,
    "__version__",
    "api",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    home = f"newslint.{_HOME[name]}"
    __import__(home)  # importlib itself would cost every start more than most modules here
    value = getattr(sys.modules[home], name)
    globals()[name] = value
    return value
