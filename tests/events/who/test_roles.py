"""Who does it, to whom it is done, who says it."""

from __future__ import annotations

import pytest

from timeline_app.events.capitals import find_named
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.who.roles import actors_in


@pytest.mark.parametrize(
    ("sentence", "roles", "remark"),
    [
        ("The rebels were driven out of Homs by the Syrian army and Hezbollah.",
         {"rebels": "target", "Syrian army": "source", "Hezbollah": "source"}, "both behind by"),
        ("Nine miners seized by Hezbollah were freed on Monday by the Syrian army.",
         {"Hezbollah": "other", "Syrian army": "source"}, "who seized them freed nobody"),
        ("Rockets fired by Hezbollah killed nine miners.", {"Hezbollah": "source"}, "but whose rockets killed did"),
        ("The rebels were reported to have captured Homs.", {"rebels": "source"}, "who is told to have done it"),
        ("The rebels were reported on Monday to have been driven out of Homs.", {"rebels": "target"}, "or to have undergone it"),
        ("Ten men were freed by the Qaida-linked Nusra Front.", {"Hayat Tahrir al-Sham": "source"}, "what it is called between"),
        ("Twelve soldiers were killed by fighters of the Islamic State.", {"Islamic State": "source"}, "by its men"),
        ("Ten fighters died in clashes between the SDF and ISIS.",
         {"Syrian Democratic Forces": "source", "Islamic State": "source"}, "both fight"),
        ("Ten men died in an attack that the terrorist group Daesh carried out in Homs.", {"Islamic State": "source"}, "whose deed"),
        ("Homs fell to the Syrian army on Monday.", {"Syrian army": "source"}, "who takes it"),
        ("ISIS freed the soldiers whom the Nusra Front, a group tied to al-Qaeda, had kept.",
         {"Islamic State": "source", "Hayat Tahrir al-Sham": "source"}, "the subject of its own clause; not its friends"),
        ("After ISIS attacked the village, the YPG sent men.", {"Islamic State": "source", "YPG": "source"}, "each its clause"),
        ("The Taliban were bombed as NATO left the base.", {"Taliban": "target", "NATO": "source"}, "each its verb"),
        ("In a raid on ISIS, the Iraqi army killed ten men.", {"Islamic State": "target", "Iraqi army": "source"}, "whom a raid is on"),
        ("The rebels announced that they had left Homs.", {"rebels": "source"}, "who tells of his own deed did it"),
        ("Russia said its jets had bombed Idlib.", {"Russia": "source"}, "his own jets"),
        ("Russia said Turkey had bombed Idlib.", {"Russia": "speaker", "Turkey": "source"}, "another one's deed"),
        ("Russia said it had no plans to leave.", {"Russia": "speaker"}, "no deed"),
        ("Jets hit Hezbollah, the Lebanese army said.", {"Hezbollah": "target", "Lebanese army": "speaker"}, "listed, yet no list"),
        ("Forty raids were recorded since Monday by the Syrian Network for Human Rights.",
         {"Syrian Network for Human Rights": "speaker"}, "who records says so"),
        ("Dana Farouk, who leads the White Helmets, told AFP that ten men were killed.", {"Dana Farouk": "speaker"}, "behind an aside"),
        ("Rebels loyal to Turkey captured Jarablus from ISIS.", {"rebels": "source", "Islamic State": "target"}, "whose friends"),
        ("“ISIS attacked the town on Monday,” Dana Farouk said.", {"Islamic State": "source", "Dana Farouk": "speaker"},
         "in quoted words that tell what happened"),
        ("A boy was shot by two Israeli soldiers in Nablus.", {"Israeli military": "source"}, "a number between"),
        ("A mill was bombed by advancing Syrian troops.", {"Syrian army": "source"}, "how they go between"),
        ("A mill was taken by General Omar Haddad.", {"Omar Haddad": "source"}, "a rank between"),
        ("The deal was signed by Syrian President Bashar al-Assad.", {"Bashar al-Assad": "source"}, "an office between"),
        ("Rebels were shelled by artillery of the Turkish army.", {"rebels": "target", "Turkish army": "source"}, "his guns"),
        ("Hezbollah was attacked by a group of masked ISIS fighters.", {"Hezbollah": "target", "Islamic State": "source"}, "many"),
        ("Ten men were executed on orders of Assad.", {"Bashar al-Assad": "source"}, "who ordered it"),
        ("Ten men died at the hands of ISIS.", {"Islamic State": "source"}, "whose hands"),
        ("The driver who was shot fell victim to Hezbollah.", {"Hezbollah": "source"}, "whose victim"),
        ("Ten men were killed in an attack of the Islamic State.", {"Islamic State": "source"}, "whose attack"),
        ("Ten men were killed in an attack on the Islamic State.", {"Islamic State": "target"}, "an attack on him"),
        ("Rebels were killed by a roadside bomb near a Turkish army post.", {"rebels": "target", "Turkish army": "target"}, "a bomb"),
        ("Hezbollah responded by shelling ISIS in Arsal.", {"Hezbollah": "source", "Islamic State": "target"}, "by what it did"),
        ("ISIS was defeated by the end of the Syrian army offensive.", {"Islamic State": "target", "Syrian army": "target"}, "when"),
        ("A base used by Hezbollah was bombed near Homs.", {"Hezbollah": "target"}, "whose base was struck"),
        ("Jets bombed Saraqib, which rebels have held since 2015.", {"rebels": "target"}, "whose town was struck"),
        ("ISIS captured Kunduz, where German troops had built a mill.", {"Islamic State": "source", "German army": "other"}, "long ago"),
        ("ISIS captured Kunduz, where Afghan soldiers were stationed.", {"Islamic State": "source", "Afghan army": "target"}, "held it"),
        ("The raid which Hezbollah had led killed ten men.", {"Hezbollah": "source"}, "a deed is no place"),
        ("A convoy was hit by a missile fired by the Houthis.", {"Houthis": "source"}, "the last by"),
        ("Jets bombed Raqqa, which ISIS controls.", {"Islamic State": "target"}, "in the present"),
        ("The strike, which the US military carried out, killed ten men.", {"US military": "source"}, "its own strike"),
        ("Ten men were killed by mortars, which ISIS had fired at Homs.", {"Islamic State": "source"}, "its own mortars"),
        ("Israel, not Hezbollah, killed the man.", {"Israel": "source"}, "not he"),
        ("It was not Hezbollah that shelled the town.", {}, "not he, and who is not said"),
        ("The rebels, and not the Syrian army, shelled Homs.", {"rebels": "source"}, "not they"),
        ("The White Helmets put the number of dead at nine.", {"White Helmets": "speaker"}, "who counts tells"),
        ("The White Helmets: Hezbollah shelled the town.", {"White Helmets": "speaker", "Hezbollah": "source"}, "whose line it is"),
        ("Idlib province – the White Helmets: two men were shot.", {"White Helmets": "speaker"}, "behind a town"),
        ("The rebels shelled Hezbollah: two men died.", {"rebels": "source", "Hezbollah": "target"}, "a colon behind a deed"),
        ("Dana Farouk told SANA that the rebels had left Homs.", {"Dana Farouk": "speaker", "rebels": "source"}, "an agency hears"),
    ],
)  # fmt: skip
def test_roles_are_of_the_actor_s_own_clause(sentence: str, roles: dict[str, str], remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    named = sorted(find_named(sentence), key=lambda one: one.start)
    found = {one.name: one.role for one in actors_in(sentence, reading, named)}
    assert {name: found.get(name) for name in roles} == roles, remark
    assert set(found) <= set(roles) | {"White Helmets"}, remark
