"""Titles of sentences with words between subject and verb: what is told beside is never the subject."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2019, 10, 13)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("In June nine drivers, two of them still missing, were charged by a court over the raid.",
         "Nine drivers, two of them still missing, were charged by a court over the raid"),
        ("At least six people, Omar Rida, a leader of the council, among them, were killed in a blast in Saraqib on Monday.",
         "At least six people were killed in a blast in Saraqib on Monday"),
        ("Syria, Rida told reporters outside the ministry in Beirut, had been asked for help.",
         "Syria had been asked for help"),
        ("In a statement issued yesterday, the mayor, Amin Haddad, praised the guards and thanked the crews.",
         "The mayor, Amin Haddad, praised the guards and thanked the crews"),
        ("In Sidon, too, residents blocked the road on Sunday.", "Residents blocked the road on Sunday (Sidon)"),
        ("The villages in the north and in the east of Aleppo that are held by the rebels have been hit by air strikes since May.",
         "The villages in the north and in the east of Aleppo have been hit by air strikes since May"),
        ("The report of the arrest of Omar Rida, who had been wounded by police, was confirmed by his brother on Monday.",
         "The report of the arrest of Omar Rida was confirmed by his brother on Monday"),
        ("Three rockets hit the south of Sidon and wounded four people, a day after Omar Rida, the party leader, vowed to fight on.",
         "Three rockets hit the south of Sidon and wounded four people"),
        ("Just north of Tripoli, a gunman set fire to the wheat stores of the harbour; he and a guard, both of them from Homs, were badly burned.",
         "A gunman set fire to the wheat stores of the harbour (Tripoli)"),
        ("A band of a dozen gunmen who seemed to be looking for a way out was seen and killed near Tabqa, officials said.",
         "A band of a dozen gunmen who seemed to be looking for a way out was seen and killed"),
    ],
)  # fmt: skip
def test_the_title_is_the_main_clause(text: str, title: str) -> None:
    assert title in [event.title for event in events_of(text, PUBLISHED)]


def test_an_unnamed_teller_is_not_the_man_he_tells_of() -> None:
    """ "His car" is the suspect's, not the source's who spoke of him."""
    text = (
        "A security source said that officers were looking into a link with Naim Odeh, a commander seized in Sidon. "
        "His car was found in Tripoli on Friday."
    )
    titles = [event.title for event in events_of(text, PUBLISHED)]
    assert "His car was found in Tripoli" in " ".join(titles)


def test_thanks_to_something_nobody_said_a_thing() -> None:
    (event,) = events_of("Thanks to that truce a convoy entered the town of Madaya on Monday.", PUBLISHED)
    assert (event.type, event.title) == (
        "movement",
        "Thanks to that truce a convoy entered the town of Madaya on Monday",
    )
