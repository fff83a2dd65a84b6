"""Which language an article is in, where it does not say so."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Outcome, Settings, lint
from newslint.facts.language import language
from newslint.formats import read_text

FOREIGN = {
    "de": "Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss nicht mehr für den Verkehr geöffnet "
    "wird. Das sagte der Bürgermeister auf einer Sitzung mit den Anwohnern.",
    "fr": "Le conseil a décidé lundi que le vieux pont sur la rivière ne sera pas rouvert à la circulation. Le maire a "
    "dit aux habitants que les travaux sont trop chers pour la ville et qu'il faut une autre voie.",
    "es": "El consejo decidió el lunes que el viejo puente sobre el río no se abrirá al tráfico. El alcalde dijo a los "
    "vecinos que las obras son muy caras para la ciudad y que hace falta otra vía.",
    "it": "Il consiglio ha deciso lunedì che il vecchio ponte sul fiume non sarà riaperto al traffico. Il sindaco ha "
    "detto che i lavori sono troppo cari per la città e che non ci sono i soldi della regione.",
    "pt": "O conselho decidiu na segunda que a velha ponte sobre o rio não vai abrir para o trânsito. O prefeito disse "
    "que as obras são caras para a cidade e que não há dinheiro do estado.",
    "nl": "De raad heeft maandag besloten dat de oude brug over de rivier niet meer open gaat voor het verkeer. De "
    "burgemeester zei dat het werk te duur is voor de stad en dat er een andere weg is.",
    "sv": "Rådet beslöt på måndagen att den gamla bron över floden inte ska öppnas för trafik. Borgmästaren sade "
    "att det är för dyrt för staden och att det inte finns en annan väg till hamnen.",
    "da": "Rådet besluttede mandag at den gamle bro over floden ikke bliver åbnet for trafik. Borgmesteren sagde "
    "at det er for dyrt for byen og at der ikke er en anden vej til havnen.",
    "pl": "Rada zdecydowała w poniedziałek, że stary most na rzece nie będzie otwarty dla ruchu. Burmistrz powiedział, "
    "że to jest za drogie dla miasta i że nie ma na to pieniędzy od rządu.",
    "und": "Городской совет решил в понедельник, что старый мост через реку не будет открыт для движения машин.",
}
ENGLISH = [
    "The council voted on Monday to close the old bridge over the river to cars, the mayor told residents.",
    "Los Angeles 3 San Diego 1, El Paso 2 Las Cruces 0, Santa Fe 4 Del Rio 4, La Paz 1 El Centro 0, Los Alamos 2 La "
    "Mesa 2, Des Moines 1 Le Mars 1.",
    "Brewer opens bar",
    "Maria de la Cruz of Los Santos met Luis del Rio and Ana de los Reyes in La Paz, El Salvador's envoy said.",
    "東京",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_a_language_is_known_by_its_commonest_words(name: str) -> None:
    assert language(read_text(f"{FOREIGN[name]}\n", input_format="plain")) == name


@pytest.mark.parametrize("text", ENGLISH)
def test_what_may_be_english_is(text: str) -> None:
    assert language(read_text(f"{text}\n", input_format="plain")) == "en"


def test_what_is_stated_counts() -> None:
    text = f"---\ntitle: Die Brücke\nlang: en-GB\n---\n\n{FOREIGN['de']}\n"
    assert language(read_text(text, input_format="markdown")) == "en"


def test_an_article_in_another_language_is_left_alone(catalog: Catalog) -> None:
    def run(text: str, front: str = "") -> Outcome:
        article = read_text(f"{front}{text} Das ist der der Plan.\n", path="a.md", input_format="markdown")
        return lint(article, catalog, Settings({"doubled-word": "error"}))

    german = run(FOREIGN["de"])
    assert (german.findings, german.skipped) == (
        [],
        ("a.md: seems to be written in 'de', for which there are no rules",),
    )
    assert run(FOREIGN["de"], "---\nlang: en\n---\n\n").findings
