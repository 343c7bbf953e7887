"""Sentences that tell more than one happening."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app.model import Event

PUBLISHED = date(2016, 8, 26)


def events(text: str) -> list[Event]:
    return events_of(text, PUBLISHED)


def told(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (event.title, event.when.edtf if event.when else "", [w.name for w in event.where]) for event in events(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Rebels captured Palmyra on Monday, while the army shelled Homs on Tuesday.",
         [("Rebels captured Palmyra on Monday", "2016-08-22", ["Palmyra"]),
          ("The army shelled Homs on Tuesday", "2016-08-23", ["Homs"])], "two subjects, days and places"),
        ("One man was shot in Homs on Monday and died in hospital on Tuesday.",
         [("One man was shot in Homs on Monday", "2016-08-22", ["Homs"]),
          ("One man died in hospital on Tuesday (Homs)", "2016-08-23", ["Homs"])], "a helper goes along only with what takes one"),
        ("Militants seized Mosul on June 10, 2014, and captured Tikrit the next day.",
         [("Militants seized Mosul on June 10, 2014", "2014-06-10", ["Mosul"]),
          ("Militants captured Tikrit the next day", "2014-06-11", ["Tikrit"])], "one subject, two days"),
        ("The town of Hawija was shelled on Monday and stormed on Tuesday by the army.",
         [("The town of Hawija was shelled on Monday", "2016-08-22", ["Hawija"]),
          ("The town of Hawija was stormed on Tuesday by the army", "2016-08-23", ["Hawija"])],
         "they share the helper too; the place goes on"),
        ("The army captured Palmyra and rebels shelled the city of Homs on Tuesday.",
         [("The army captured Palmyra", "2016-08-23", ["Palmyra"]),
          ("Rebels shelled the city of Homs on Tuesday", "2016-08-23", ["Homs"])], "the day at the end is both's"),
        ("The army took the whole town of Palmyra; rebels shelled Homs on Tuesday.",
         [("The army took the whole town of Palmyra", "2016-08-26~", ["Palmyra"]),
          ("Rebels shelled Homs on Tuesday", "2016-08-23", ["Homs"])], "beyond a semicolon it is not"),
        ("The note said that rebels took Palmyra on Monday, that Homs was shelled on Tuesday, and that Hama fell on Wednesday.",
         [("Rebels took Palmyra on Monday", "2016-08-22", ["Palmyra"]),
          ("Homs was shelled on Tuesday", "2016-08-23", ["Homs"]),
          ("Hama fell on Wednesday", "2016-08-24", ["Hama"])], "what somebody says, one by one"),
        ("Jets bombed Raqqa and Mosul on Monday and artillery hit Hama on Friday.",
         [("Jets bombed Raqqa and Mosul on Monday", "2016-08-22", ["Raqqa", "Mosul"]),
          ("Artillery hit Hama on Friday", "2016-08-26", ["Hama"])], "an 'and' between two towns is no border"),
        ("The army captured Saraqib on Monday and jets bombed Idlib, activists said on Tuesday.",
         [("The army captured Saraqib on Monday", "2016-08-22", ["Saraqib"]),
          ("Jets bombed Idlib, activists said on Tuesday", "2016-08-22", ["Idlib"])], "when it was told dates no clause"),
        ("In Saraqib the army drove out on Monday the rebels, who had captured Hama on August 18.",
         [("In Saraqib the army drove out on Monday the rebels", "2016-08-22", ["Saraqib"]),
          ("The rebels had captured Hama on August 18", "2016-08-18", ["Hama"])], "a relative clause behind a comma"),
        ("Guards cleared mines from Palmyra, which the last of the rebels left on Monday.",
         [("Guards cleared mines from Palmyra", "2016-08-26~", ["Palmyra"]),
          ("The last of the rebels left Palmyra on Monday", "2016-08-22", ["Palmyra"])], "a town that somebody left"),
        ("The raid came after the attack of 4 August in Homs, where nine men died.",
         [("The raid came after the attack of 4 August in Homs", "2016-08-26~", ["Homs"]),
          ("Nine men died (Homs)", "2016-08-04", ["Homs"])], "what happened there on that day"),
        ("The lorries have been stuck near Homs since Monday at the latest, when jets hit a bridge.",
         [("The lorries have been stuck near Homs since Monday at the latest", "2016-08-22/2016-08-26", ["Homs"]),
          ("Jets hit a bridge (Homs)", "2016-08-22", ["Homs"])], "since when, and what happened then"),
        ("Jets bombed Idlib under a new plan, which was negotiated in Homs on August 3.",
         [("Jets bombed Idlib under a new plan", "2016-08-26~", ["Idlib"]),
          ("A new plan was negotiated in Homs on August 3", "2016-08-03", ["Homs"])], "whose main clause has no day"),
        ("A sniper killed Omar Rida, who was freed in 2008 by the guards of Tara.",
         [("A sniper killed Omar Rida", "2016-08-26~", []),
          ("Omar Rida was freed in 2008 by the guards of Tara", "2008", [])], "the noun without the verb before it"),
        ("What was agreed remains unclear: on Monday the league reported that a bus was due to leave Homs.",
         [("A bus was due to leave Homs", "2016-08-22", ["Homs"])], "what leads to a colon tells nothing"),
        ("The truck was stopped in Homs on Monday by gunmen who had kidnapped two engineers in Raqqa on August 18.",
         [("The truck was stopped in Homs on Monday by gunmen", "2016-08-22", ["Homs"]),
          ("Gunmen had kidnapped two engineers in Raqqa on August 18", "2016-08-18", ["Raqqa"])],
         "a relative clause with its own day"),
        ("The army captured Saraqib and jets bombed Idlib city, activists said on Tuesday.",
         [("The army captured Saraqib", "2016-08-23", ["Saraqib"]),
          ("Jets bombed Idlib city", "2016-08-23", ["Idlib"])], "unless no other day is told"),
        ("The army took Palmyra on Monday, three days after the group left Tabqa, and captured Sukhna.",
         [("The army took Palmyra on Monday", "2016-08-22", ["Palmyra"]),
          ("The group left Tabqa", "2016-08-19", ["Tabqa"]),
          ("The army captured Sukhna", "2016-08-22", ["Sukhnah"])], "who did goes on from before the 'after'"),
        ("The driver fled Homs on Monday but was caught and jailed in Damascus on Tuesday.",
         [("The driver fled Homs on Monday", "2016-08-22", ["Homs"]),
          ("The driver was caught and jailed in Damascus on Tuesday", "2016-08-23", ["Damascus"])], "helpers stay with their verbs"),
        ("The headman was dragged from his house in Hama on Monday, and a day later the police announced that he had been found.",
         [("The headman was dragged from his house in Hama on Monday", "2016-08-22", ["Hama"]),
          ("The headman had been found (Hama)", "2016-08-23", ["Hama"])], "who announces that something was done opens a clause"),
        ("The port stayed open: a tanker with wheat berthed at Latakia on Monday.",
         [("A tanker with wheat berthed at Latakia on Monday", "2016-08-22", ["Latakia"])], "words that only lead to it"),
        ("The monitor condemns the shelling of Homs, where nine people were killed on Monday.",
         [("The monitor condemns the shelling of Homs", "2016-08-26~", ["Homs"]),
          ("Nine people were killed on Monday (Homs)", "2016-08-22", ["Homs"])], "what is condemned, with its day"),
        ("The commander of Homs was killed: his lorry was hit by a mine on Monday.",
         [("The commander of Homs was killed: his lorry was hit by a mine on Monday", "2016-08-22", ["Homs"])], "what tells something before a colon"),
        ("The army shelled the harbour: a tanker burned out on Monday.",
         [("The army shelled the harbour: a tanker burned out on Monday", "2016-08-22", [])], "so does this, of no place"),
        ("A deal reached between guards in Homs and rebels in Hama was signed on Monday in Damascus.",
         [("A deal reached between guards in Homs and rebels in Hama was signed on Monday in Damascus", "2016-08-22", ["Homs", "Hama", "Damascus"])],
         "between one and another is no border"),
        ("The club won in Homs in 2014 and was the town's pride, which it stayed until guards shut it in July 2016.",
         [("The club won in Homs in 2014 and was the town's pride, which it stayed", "2014", ["Homs"]),
          ("Guards shut it in July 2016 (Homs)", "2016-07", ["Homs"])], "until behind a relative clause"),
        ("The army pushed back the miners, who voted by a wide margin on August 18 to leave Homs.",
         [("The army pushed back the miners", "2016-08-26~", []),
          ("The miners voted by a wide margin on August 18 to leave Homs", "2016-08-18", ["Homs"])], "what somebody did on a day"),
        ("Jets struck Homs on August 17. Egypt called an emergency session that same night, and the truce collapsed two days later.",
         [("Jets struck Homs on August 17", "2016-08-17", ["Homs"]),
          ("Egypt called an emergency session that same night (Homs)", "2016-08-17", ["Homs"]),
          ("The truce collapsed two days later (Homs)", "2016-08-19", ["Homs"])], "that same night opens no clause"),
        ("Men left Homs on August 17. Two days after the departure, US raids tore up the road, and lorries were stopped.",
         [("Men left Homs on August 17", "2016-08-17", ["Homs"]),
          ("US raids tore up the road, and lorries were stopped", "2016-08-19", [])],
         "days after what a noun tells are no clause before the main one"),
        ("The mill of Homs has been closed since March 2014, when guards seized the town.",
         [("The mill of Homs has been closed since March 2014", "2014-03-01/2016-08-26", ["Homs"]),
          ("Guards seized the town (Homs)", "2014-03", ["Homs"])], "since a month, and what happened then"),
        ("Homs was the league's until last summer, when guards drove it out of the town.",
         [("Guards drove it out of the town (Homs)", "[2015-06-01..2015-08-31]", ["Homs"])], "until then"),
        ("Guards have killed 40 people in Homs since the strike was called on August 3.",
         [("Guards have killed 40 people in Homs since the strike was called on August 3", "2016-08-03/2016-08-26", ["Homs"]),
          ("The strike was called on August 3 (Homs)", "2016-08-03", ["Homs"])], "since it began, and that it did"),
        ("Guards overran Homs in an offensive launched on June 19.",
         [("Guards overran Homs in an offensive launched on June 19", "2016-08-26~", ["Homs"]),
          ("An offensive was launched on June 19 (Homs)", "2016-06-19", ["Homs"])], "what was launched, with its day"),
        ("Crowds have gathered in the valley ever since the strike broke out in May 2015.",
         [("Crowds have gathered in the valley ever since the strike broke out in May 2015", "2015-05-01/2016-08-26", []),
          ("The strike broke out in May 2015", "2015-05", [])], "ever since"),
        ("The mill of Homs was taken on 16 August, and the road between the city and the airport was severed the following day.",
         [("The mill of Homs was taken on 16 August", "2016-08-16", ["Homs"]),
          ("The road between the city and the airport was severed the following day (Homs)", "2016-08-17", ["Homs"])],
         "the and between two ends of a road"),
        ("Homs was retaken by guards in early July, and the nearby town of Hama followed in late July.",
         [("Homs was retaken by guards in early July", "[2016-07-01..2016-07-10]", ["Homs"]),
          ("The nearby town of Hama followed in late July", "[2016-07-21..2016-07-31]", ["Hama"])], "what followed"),
        ("An inquiry was opened by the ministry on Thursday, one day after the raid was claimed by the league.",
         [("An inquiry was opened by the ministry on Thursday", "2016-08-25", []),
          ("The raid was claimed by the league", "2016-08-24", [])], "what was claimed a day before"),
        ("Homs was captured by the league in May last year and lost again 10 months later, an event that was celebrated.",
         [("Homs was captured by the league in May", "2015-05", ["Homs"]),
          ("Homs was lost again 10 months later, an event that was celebrated", "2016-03", ["Homs"])], "lost again"),
        ("Guards overran Homs, where the revolt started in March 2011, in an offensive launched on June 19.",
         [("Guards overran Homs, where the revolt started in March 2011, in an offensive launched", "2016-08-26~", ["Homs"]),
          ("The revolt started in March 2011 (Homs)", "2011-03", ["Homs"]),
          ("An offensive was launched on June 19 (Homs)", "2016-06-19", ["Homs"])], "two of them beside one sentence"),
        ("The army overran Hama in March 2012 after a month of shelling, and last July it recaptured Homs with help.",
         [("The army overran Hama in March 2012 after a month of shelling", "2012-03", ["Hama"]),
          ("Last July it recaptured Homs with help", "2016-07", ["Homs"])], "after a noun is no clause"),
        ("On August 3 the two sides agreed to meet; the next evening Omar Rida, the general who had arranged it, was shot dead in Homs.",
         [("On August 3 the two sides agreed to meet", "2016-08-03", []),
          ("The next evening Omar Rida, the general who had arranged it, was shot dead in Homs", "2016-08-04", ["Homs"])],
         "a relative clause behind a semicolon"),
        ("The terms of the Homs deal, signed on March 13, let residents choose.",
         [("The terms of the Homs deal, signed on March 13, let residents choose", "2016-08-26~", ["Homs"]),
          ("The Homs deal was signed on March 13", "2016-03-13", ["Homs"])], "a deal and when it was signed"),
        ("A team visited the town of Homs, retaken by guards in late March, for the first time.",
         [("A team visited the town of Homs, retaken by guards in late March, for the first time", "2016-08-26~", ["Homs"]),
          ("Homs was retaken by guards in late March", "[2016-03-21..2016-03-31]", ["Homs"])], "a town and when it was taken"),
        ("Homs saw some of the largest protests after the revolt broke out in March 2011.",
         [("Homs saw some of the largest protests after the revolt broke out in March 2011", "2016-08-26~", ["Homs"]),
          ("The revolt broke out in March 2011 (Homs)", "2011-03", ["Homs"])], "after it broke out"),
        ("The raid was the boldest of the league since it was chased from Homs in March 2014.",
         [("It was chased from Homs in March 2014", "2014-03", ["Homs"])], "since it was chased"),
        ("The league took Homs in May 2015, was thrown out with help in March 2016, and guards came back in June 2016.",
         [("The league took Homs in May 2015", "2015-05", ["Homs"]),
          ("The league was thrown out with help in March 2016 (Homs)", "2016-03", ["Homs"]),
          ("Guards came back in June 2016 (Homs)", "2016-06", ["Homs"])], "a list of verbs with their days"),
        ("The league overran Hama in 2014, but it has since been beaten back on several fronts, and in October last year it lost Homs.",
         [("The league overran Hama in 2014, but it has since been beaten back on several fronts", "2014", ["Hama"]),
          ("In October last year it lost Homs", "2015-10", ["Homs"])], "a clause that opens with its day"),
        ("The valley of Homs has been quiet since Thursday night, when the guards signed a truce.",
         [("The guards signed a truce (Homs)", "2016-08-25", ["Homs"])], "since a night"),
        ("The premier, whose cabinet was formed on August 15 after ten months of talks, denounced the raid.",
         [("The premier denounced the raid", "2016-08-26~", []),
          ("Cabinet was formed on August 15 after ten months of talks", "2016-08-15", [])], "whose cabinet"),
        ("In June a bomb in Homs killed Omar Rida, a lawyer, and later that month six guards died in a blast near Hama.",
         [("In June a bomb in Homs killed Omar Rida, a lawyer", "2016-06", ["Homs"]),
          ("Later that month six guards died in a blast near Hama", "2016-06", ["Hama"])], "later that month"),
        ("A truce that was announced on Monday collapsed within hours; the two sides reaffirmed it on Wednesday in Homs.",
         [("A truce that was announced on Monday collapsed within hours", "2016-08-22", []),
          ("The two sides reaffirmed it on Wednesday in Homs", "2016-08-24", ["Homs"])], "what is said behind a semicolon"),
        ("It was the league that led the assault launched on Monday.",
         [("The league led the assault launched on Monday", "2016-08-26~", []),
          ("The assault was launched on Monday", "2016-08-22", [])], "and in a cleft sentence"),
        ("Guards seized 30 miners in Homs in August 2014, sixteen of whom were freed in December 2015.",
         [("Guards seized 30 miners in Homs in August 2014", "2014-08", ["Homs"]),
          ("Sixteen were freed in December 2015 (Homs)", "2015-12", ["Homs"])], "some of whom"),
        ("Guards joined the battle for the town of Homs, which fell on June 5.",
         [("Guards joined the battle for the town of Homs", "2016-08-26~", ["Homs"]),
          ("Homs fell on June 5", "2016-06-05", ["Homs"])], "a town that fell"),
        ("The mayor, who had proclaimed the victory of the guards on June 9, ordered an inquiry.",
         [("The mayor ordered an inquiry", "2016-08-26~", []),
          ("The mayor had proclaimed the victory of the guards on June 9", "2016-06-09", [])], "before the main clause's verb"),
        ("The battle, which opened in early June, has wrecked the whole of the town.",
         [("The battle has wrecked the whole of the town", "2016-08-26~", []),
          ("The battle opened in early June", "[2016-06-01..2016-06-10]", [])], "and in a part of a month"),
        ("Homs, which IS conquered in early 2014, was bombed and burned out on Monday.",
         [("Homs was bombed and burned out on Monday", "2016-08-22", ["Homs"]),
          ("IS conquered Homs in early 2014", "[2014-01-01..2014-03-31]", ["Homs"])], "a town that was conquered"),
        ("The army, which lost 12 men last week, took the hill of the town on Tuesday.",
         [("The army took the hill of the town on Tuesday", "2016-08-23", []),
          ("The army lost 12 men", "[2016-08-15..2016-08-21]", [])], "who did something else last week"),
        ("Last month guards drove the group out of Minya, and almost 8,000 people were taken by bus to Cairo in early August.",
         [("Last month guards drove the group out of Minya", "2016-07", ["Minya"]),
          ("Almost 8,000 people were taken by bus to Cairo in early August", "[2016-08-01..2016-08-10]", ["Cairo", "Minya"])],
         "the comma of a number parts nothing"),
        ("Some 8,000 men stormed the northern mill in May and captured the old dam in June.",
         [("Some 8,000 men stormed the northern mill in May", "2016-05", []),
          ("Some 8,000 men captured the old dam in June", "2016-06", [])], "nor does it end the subject"),
        ("On Monday, gunmen attacked a bus in Minya, while on Tuesday, a bomb exploded in Cairo.",
         [("Gunmen attacked a bus in Minya", "2016-08-22", ["Minya"]),
          ("On Tuesday, a bomb exploded in Cairo", "2016-08-23", ["Cairo"])], "a day leads in"),
        ("The group has this year lost Homs, which troops retook in July, and Hama, its capital, from which it was driven on August 17.",
         [("The group has this year lost Homs and Hama, its capital", "[2016-01-01..2016-08-26]", ["Homs", "Hama"]),
          ("Troops retook Homs in July", "2016-07", ["Homs"]),
          ("The group was driven from Hama on August 17", "2016-08-17", ["Hama"])], "two clauses of two towns"),
        ("On Monday the league told them where to find the bodies of miners it had kidnapped in 2014.",
         [("The league told them where to find the bodies of miners", "2016-08-22", []),
          ("The league had kidnapped miners in 2014", "2014", [])], "without a pronoun"),
        ("Homs is at the heart of the realm which the league proclaimed in 2014.",
         [("The league proclaimed the realm in 2014 (Homs)", "2014", ["Homs"])], "beside what is no event"),
        ("The cities it had seized in 2014 were taken from the league on Monday.",
         [("The cities were taken from the league on Monday", "2016-08-22", []),
          ("It had seized the cities in 2014", "2014", [])], "before the main clause's verb"),
        ("On Monday buses came to Hama, whose long siege the army had broken on August 5.",
         [("On Monday buses came to Hama", "2016-08-22", ["Hama"]),
          ("The army had broken long siege on August 5 (Hama)", "2016-08-05", ["Hama"])], "what is a town's"),
        ("Guards on Monday fled Rutba, on the road to Jordan, which the league captured in May 2014.",
         [("Guards on Monday fled Rutba, on the road to Jordan", "2016-08-22", ["Rutba"]),
          ("The league captured Rutba in May 2014", "2014-05", ["Rutba"])], "the road's end was not captured"),
        ("Crowds came to Homs, where guards had declared victory on Monday.",
         [("Crowds came to Homs", "2016-08-26~", ["Homs"]),
          ("Guards had declared victory on Monday (Homs)", "2016-08-22", ["Homs"])], "where somebody did it on a day"),
        ("The league, whose founding was proclaimed in Homs on June 29, 2014, lost Hama this week.",
         [("The league lost Hama", "[2016-08-22..2016-08-26]", ["Hama"]),
          ("Founding was proclaimed in Homs on June 29, 2014", "2014-06-29", ["Homs"])], "what was proclaimed is a deed"),
        ("Guards opened their assault on May 19, and after 17 days of street fighting hoisted the flag on June 5.",
         [("Guards opened their assault on May 19", "2016-05-19", []),
          ("Guards after 17 days of street fighting hoisted the flag on June 5", "2016-06-05", [])], "after so many days"),
        ("The envoy told the crowd on the tarmac that he would work for two monks who were kidnapped near Hama in April.",
         [("The envoy told the crowd on the tarmac that he would work for two monks", "2016-08-26~", []),
          ("Two monks were kidnapped near Hama in April", "2016-04", ["Hama"])], "what was done to whom somebody speaks of"),
        ("Regime forces, with its fighters in the lead, launched their assault on May 19, and after 17 days of shelling hoisted"
         " the flag on June 5.",
         [("Regime forces, with its fighters in the lead, launched their assault on May 19", "2016-05-19", []),
          ("Regime forces, with its fighters in the lead, after 17 days of shelling hoisted the flag", "2016-06-05", [])],
         "with whom they did is no clause"),
        ("The bombing came three days after guards drove its men out of Hama, some 50 km off.",
         [("The bombing came three days after guards drove its men out of Hama, some 50 km off", "2016-08-26~", []),
          ("Guards drove its men out of Hama, some 50 km off", "2016-08-23~", ["Hama"])], "that a raid came alone is no news"),
        ("The nuns, who had been seized in Homs, north of the river, when the town fell on June 5, were freed in Hama.",
         [("The nuns were freed in Hama", "2016-08-26~", ["Hama"]),
          ("The nuns had been seized in Homs, north of the river, when the town fell on June 5", "2016-06-05", ["Homs"])],
         "where and when it was belongs to the clause"),
        ("The envoys left Homs after a truce which took effect on Monday morning.",
         [("The envoys left Homs after a truce", "2016-08-26~", ["Homs"]),
          ("A truce took effect on Monday morning (Homs)", "2016-08-22", ["Homs"])], "what is told of a deed is news"),
        ("Guards took Homs in a campaign which began on Monday.",
         [("Guards took Homs in a campaign which began on Monday", "2016-08-26~", ["Homs"])], "but not of one that says how"),
        ("Units which the league trained stormed Homs on Monday.",
         [("Units which the league trained stormed Homs on Monday", "2016-08-22", ["Homs"])], "the second verb is the main one"),
        ("Guards opened their attack on Homs in the middle of last month, and on Wednesday were reported to have taken its mill.",
         [("Guards opened their attack on Homs in the middle of last month", "[2016-07-11..2016-07-20]", ["Homs"]),
          ("Guards on Wednesday were reported to have taken its mill (Homs)", "2016-08-24", ["Homs"])], "the day before its verb"),
        ("Guards left Homs in June, and by Monday had come back to Hama.",
         [("Guards left Homs in June", "2016-06", ["Homs"]),
          ("Guards by Monday had come back to Hama", "2016-08-22", ["Hama"])], "who did it is who did the first"),
        ("The league cut the road to Homs on August 20, and on August 23 it said the guards had left the mill.",
         [("The league cut the road to Homs on August 20", "2016-08-20", ["Homs"]),
          ("The guards had left the mill", "2016-08-23", [])], "words of another day"),
        ("The swap comes four days after a man was arrested in Homs on a false charge.",
         [("The swap comes four days after a man was arrested in Homs on a false charge", "2016-08-26~", []),
          ("A man was arrested in Homs on a false charge", "2016-08-22~", ["Homs"])], "told as of now"),
        ("Miners, whom the envoys saw over the weekend, left Homs on Thursday.",
         [("Miners left Homs on Thursday", "2016-08-25", ["Homs"]),
          ("The envoys saw Miners over the weekend (Homs)", "[2016-08-20..2016-08-21]", ["Homs"])], "'over the weekend' is when"),
        ("Unrest grew in June, when troops sealed off Homs and shelled it, and on August 20 gunmen overran a mill in Hama.",
         [("Unrest grew in June, when troops sealed off Homs and shelled it", "2016-06", ["Homs"]),
          ("On August 20 gunmen overran a mill in Hama", "2016-08-20", ["Hama"])], "behind a clause of time, with its day"),
        ("The league, whose men withdrew from Homs on Monday, said it had freed nine captives.",
         [("The league had freed nine captives", "2016-08-26~", []),
          ("Men withdrew from Homs on Monday", "2016-08-22", ["Homs"])], "what its men did"),
        ("In return the league revealed where the miners it took prisoner in Homs in May 2014 were buried.",
         [("The league revealed where the miners were buried", "2016-08-26~", []),
          ("The league took the miners prisoner in Homs in May 2014", "2014-05", ["Homs"])], "'it took' of those named before"),
        ("Nine have died in Homs since August 11, when a convoy reached its mill, a medic said on Monday.",
         [("Nine have died in Homs since August 11", "2016-08-11/2016-08-22", ["Homs"]),
          ("A convoy reached its mill (Homs)", "2016-08-11", ["Homs"])], "whose words they are ends the clause"),
        ("The remains of nine miners who had been seized by the league in May 2014 were found by the army in Homs on Monday.",
         [("The remains of nine miners were found by the army in Homs on Monday", "2016-08-22", ["Homs"]),
          ("Nine miners had been seized by the league in May 2014 (Homs)", "2014-05", ["Homs"])], "up to the main verb"),
        ("Protests against the council that broke out in Homs on August 1 have grown.",
         [("Protests against the council have grown", "2016-08-26~", []),
          ("Protests broke out in Homs on August 1", "2016-08-01", ["Homs"])], "what breaks out are the protests"),
        ("A miner who was seized in Homs on Sunday was let go hours later.",
         [("A miner who was seized in Homs on Sunday was let go hours later", "2016-08-21", ["Homs"])], "on one day"),
        ("The exchange of captives between the army and the rebels, which had started on Tuesday, was concluded on Thursday too.",
         [("The exchange of captives between the army and the rebels was concluded on Thursday too", "2016-08-25", []),
          ("The exchange had started on Tuesday", "2016-08-23", [])], "rebels are no 'which'"),
        ("The swap hangs on leave for villages ringed by rebels and villages ringed by the state, which got under way on Monday.",
         [("The swap got under way on Monday", "2016-08-22", [])], "a state does not get under way"),
        ("In July it fought rebels in Homs and ended that battle, too, with buses: nine hundred people were driven to Hama on August 2.",
         [("In July it fought rebels in Homs and ended that battle, too, with buses", "2016-07", ["Homs"]),
          ("Nine hundred people were driven to Hama on August 2", "2016-08-02", ["Hama", "Homs"])], "behind a colon, on its day"),
        ("The search goes on for the buses of the League, which drove out of Homs on Monday.",
         [("The search goes on for the buses of the League", "2016-08-26~", []),
          ("The buses of the League drove out of Homs on Monday", "2016-08-22", ["Homs"])], "the buses did"),
        ("The raid comes after a blast at a fair in Homs, in which eight men died on Monday.",
         [("The raid comes after a blast at a fair in Homs", "2016-08-26~", ["Homs"]),
          ("Eight men died on Monday (Homs)", "2016-08-22", ["Homs"])], "in which others died"),
        ("The blast on Monday hit buses with residents of Hama while they were waiting at a gate of Homs.",
         [("The blast hit buses with residents of Hama while they were waiting at a gate of Homs", "2016-08-22", ["Homs", "Hama"])],
         "where they were waiting"),
        ("Nine men fell into its hands when guards stormed Homs and held it briefly in August 2014.",
         [("Nine men fell into its hands when guards stormed Homs and held it briefly in August 2014", "2014-08", ["Homs"])], "'held it' is no 'town it held'"),
        ("The league gave back the bodies of nine miners, and its fighters left on Monday.",
         [("The league gave back the bodies of nine miners", "2016-08-22", []),
          ("The league’s fighters left on Monday", "2016-08-22", [])], "who else did what behind a comma"),
    ],
)  # fmt: skip
def test_clauses_with_days_or_places_of_their_own(
    text: str, expected: list[tuple[str, str, list[str]]], remark: str
) -> None:
    assert told(text) == expected, remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("The blast killed five people in Homs and wounded ten others in Hama on Monday.", "one subject, one day"),
        ("Rebels attacked Palmyra on Monday and killed ten soldiers of its garrison.", "one happening in two verbs"),
        ("“We took Palmyra on Monday and they shelled Homs on Tuesday,” the commander said in Hama.", "a quotation"),
        ("The general was born in Homs in 1960, joined the army in 1978 and died in Damascus on Monday.", "a list of verbs"),
        ("The man, arrested on Monday and released on Tuesday, fled to Beirut from his village.", "what is put in"),
        ("The mill was still in the army's hands, which was shelled on Sunday, and burned out.", "hands were not shelled"),
        ("Jets destroyed the mosque of Hama, which was built in 1921.", "when something was built"),
        ("Gunmen shot the lawyer, whom his clients met on Monday in Basra.", "whose only place is told beside"),
        ("The mill of Homs has been closed since early 2014, when guards seized the town.", "since no one knows exactly"),
        ("The handover of Homs, which began on Monday, came as part of a truce.", "what the sentence is about began then"),
        ("Crowds protested against the strike on Tuesday in Idlib, where 12 died in a separate raid.", "another raid"),
        ("Jets bombed Idlib under a plan of the council, which was drawn up in Homs on August 3.", "of either noun"),
        ("It is mentioned that the town of Homs and the whole airport were taken in May by the guards of Hama.", "two nouns"),
        ("Miners were found in a shaft of Homs, which the guards believe to be those seized on Monday.", "who was seized"),
        ("The loss of Homs, which jets had sought to prevent on Monday, exposed its guards.", "what was sought"),
        ("The river feeds Homs, which stayed dry until troops freed its source in July.", "another clause's day"),
        ("Two years of siege, during which the city was shelled in May, have ended.", "what was shelled is told already"),
        ("The raid which the mayor ordered comes on the heels of the killings of August 2 in Homs.", "the main clause's day"),
        ("Soldiers who fled Homs on Monday and reached Hama on Tuesday said they were hungry.", "a relative clause"),
    ],
)  # fmt: skip
def test_one_happening_stays_one(text: str, remark: str) -> None:
    assert len(told(text)) == 1, remark


def test_what_is_doubted_before_a_colon_is_not_told_behind_it() -> None:
    for doubt in ("It is unclear whether it is true", "Perhaps it is simpler", "If they refuse, it is clear"):
        assert told(f"{doubt}: on Monday a general was killed in Homs.") == []


def test_a_relative_clause_behind_a_town_is_of_nobody_named_beside_it() -> None:
    (event,) = events(
        "On Monday the army drove 40 rebels out of Saraqib, who had captured the town of Hama on August 18."
    )
    assert event.when is not None
    assert event.when.edtf == "2016-08-22"


def test_each_clause_s_words_are_its_report() -> None:
    quotes = [
        event.reports[0].quote
        for event in events("Rebels took Palmyra on Monday and the army shelled Homs on Tuesday.")
    ]
    assert quotes == ["Rebels took Palmyra on Monday", "the army shelled Homs on Tuesday."]


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("On Monday the army struck Idlib, two days after rebels took Saraqib. Ten people were killed.", "2016-08-22", "Idlib"),
        ("The army shelled Idlib on Tuesday, after rebels captured Saraqib on Monday. Ten people were killed.", "2016-08-23", "Idlib"),
    ],
)  # fmt: skip
def test_a_story_goes_on_from_its_news_not_from_what_was_before(text: str, day: str, place: str) -> None:
    assert told(text)[-1] == (f"Ten people were killed ({place})", day, [place])


def test_what_is_reckoned_from_a_guess_is_a_guess() -> None:
    told_of = events("The bomb went off in Baghdad, a day after 30 people were killed in Karrada.")
    assert [(event.when.edtf, event.when.basis) for event in told_of if event.when] == [
        ("2016-08-26~", "publication"), ("2016-08-25~", "publication"),
    ]  # fmt: skip


def test_a_sentence_far_too_long_is_told_clause_by_clause() -> None:
    text = (
        "Several sources confirmed to the monitor that the league reached the eastern side of the valley, in which its men managed"
        " to enter the town of Sukhnah, which is the largest of them all and lies on the road, where the guards had fled on Monday"
        " towards the hills behind it, then the army started an attack on the town of Palmyra, and on the 15th of August others"
        " captured the whole city of Homs, as a further column that nobody had seen before that day came down from the north of it."
    )
    assert told(text) == [
        ("The league reached the eastern side of the valley", "2016-08-26~", []),
        (
            "The league’s men managed to enter the town of Sukhnah",
            "2016-08-26~",
            ["Sukhnah"],
        ),
        ("The guards had fled on Monday towards the hills behind it", "2016-08-22", []),
        ("The army started an attack on the town of Palmyra", "2016-08-22", ["Palmyra"]),
        ("On the 15th of August others captured the whole city of Homs", "2016-08-15", ["Homs"]),
    ]


def test_a_sentence_that_opens_with_days_after_tells_both_the_later_one_first() -> None:
    text = "Three days after jets bombed a convoy near Khasham, the toll rose to 41, officials said on Friday."
    first, later = events_of(text, date(2017, 9, 15))
    assert [event.when and event.when.edtf for event in (first, later)] == ["2017-09-12", "2017-09-15"]
    assert first.reports[0].quote == "jets bombed a convoy near Khasham"
    assert [where.name for where in first.where] == ["Khasham"]
    (only,) = events_of("Two days after his death, thousands marched in Homs on Monday.", date(2017, 9, 15))
    assert only.when is not None
    assert only.when.edtf == "2017-09-11"


def test_whose_men_did_what_is_told_apart_and_so_are_two_days_of_one_man() -> None:
    published = date(2017, 8, 31)
    first, second = events_of(
        "The bargain has angered the council, whose planes bombed the road on Monday to stop it.", published
    )
    assert (first.when and first.when.basis, second.when and second.when.edtf) == ("publication", "2017-08-28")
    seized, returned = events_of(
        "The group has looked at pictures of the body of al-Tari, who was seized on 24 June and handed back on 27 June,"
        " and saw traces of abuse.",
        published,
    )
    assert [event.when and event.when.edtf for event in (seized, returned)] == ["2017-06-24", "2017-06-27"]


def test_who_says_it_between_commas_parts_no_clause_from_its_day() -> None:
    text = "On Wednesday a bomb went off close to a convoy, and two weeks ago, the police said, a bomber killed nine people in Homs."
    assert [event.when and event.when.edtf for event in events_of(text, date(2012, 5, 10))] == [
        "2012-05-09", "[2012-04-24..2012-04-28]",
    ]  # fmt: skip


def test_what_was_so_until_somebody_ended_it_is_two_events() -> None:
    held, taken = events_of(
        "Rebels captured the mill on 3 May 2016 until the army retook it on 9 July 2017.", date(2017, 8, 31)
    )
    assert [event.when and event.when.edtf for event in (held, taken)] == ["2016-05-03", "2017-07-09"]


def test_whose_hopes_they_are_is_who_acts() -> None:
    text = "The push has wrecked the hopes of the miners, who stormed the mill on 25 July."
    assert events_of(text, date(2017, 8, 31))[-1].title == "The miners stormed the mill on 25 July"
    other = "Guards have met a leader of the miners, who stormed the mill on 25 July."
    assert all("miners stormed" not in event.title for event in events_of(other, date(2017, 8, 31)))


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Miners had been in the group's custody since 2014, the year it overran the town of Homs.",
         [("Miners had been in the group's custody since 2014, the year it overran the town of Homs", "2014-01-01/2016-08-26"),
          ("It overran the town of Homs", "2014")], "in apposition to its year"),
        ("The swap took place 16 months after gunmen briefly overran Homs.",
         [("The swap took place", "2016-08-26~"), ("Gunmen briefly overran Homs", "2015-04~")], "counted in months"),
        ("Still held are nine miners, who were seized on Thursday, a day after rebels had overrun the mill of Homs.",
         [("Still held are nine miners", "2016-08-25~"), ("Nine miners were seized on Thursday", "2016-08-25"),
          ("Rebels had overrun the mill of Homs", "2016-08-24")], "behind a relative clause"),
        ("After Homs and three villages had fallen on Monday, rebels moved on Tuesday into Hama.",
         [("Homs and three villages had fallen on Monday", "2016-08-22"),
          ("Rebels moved on Tuesday into Hama", "2016-08-23")], "each with its day"),
        ("After they were seized in May, the miners were moved to Homs, which has been shelled since July.",
         [("The miners were moved to Homs, which has been shelled since July", "2016-05")], "the main one without"),
        ("The league accuses the council of breach of the pact that Omar and Rida signed in Homs on 17 May 2015.",
         [("The league accuses the council of breach of the pact", "2016-08-26~"),
          ("Omar and Rida signed the pact in Homs on 17 May 2015", "2015-05-17")], "what both did"),
        ("Nine bodies have been found in a town in central Syria that government forces retook on Monday.",
         [("Nine bodies have been found in a town in central Syria", "2016-08-26~"),
          ("Government forces retook a town in central Syria on Monday", "2016-08-22")], "where they were found"),
        ("The buses left Homs on 24 August, a truce having come into force on 23 August.",
         [("The buses left Homs on 24 August", "2016-08-24"), ("A truce had come into force on 23 August (Homs)", "2016-08-23")], "having"),
        ("Thirty miners were seized on the 25th of July, of whom a boy was shot in August, and a man was shot on Monday.",
         [("Thirty miners were seized on the 25th of July", "2016-07-25"), ("A boy was shot in August", "[2016-08-01..2016-08-26]"),
          ("A man was shot on Monday", "2016-08-22")], "of whom"),
        ("The charges came a day after Moscow said that a general had been killed.",
         [("The charges came a day after Moscow said that a general had been killed", "2016-08-26~"),
          ("A general had been killed", "2016-08-25~")], "a day after it was said"),
        ("Guards took over the body of a miner, whom gunmen killed with a shot to the head in May, four weeks after he was seized.",
         [("Guards took over the body of a miner", "2016-08-26~"), ("Gunmen killed a miner with a shot to the head in May", "2016-05"),
          ("He was seized", "[2016-04-03..2016-05-03]")], "counted from a month"),
        ("The push took Homs on Thursday, following clashes that lasted for weeks, and on Friday it took the dam.",
         [("The push took Homs on Thursday, following clashes that lasted for weeks", "2016-08-25"),
          ("On Friday it took the dam (Homs)", "2016-08-26")], "behind a clause without a day"),
        ("Three were killed in Homs on Sunday, only one day after a call for a 30-day truce had been approved.",
         [("Three were killed in Homs on Sunday", "2016-08-21"), ("A call for a 30-day truce had been approved", "2016-08-20")],
         "beside a length of time"),
        ("Homs has been besieged since the guards captured Hama at the end of March 2015.",
         [("Homs has been besieged since the guards captured Hama at the end of March 2015", "2015-03-21/2016-08-26"),
          ("The guards captured Hama at the end of March 2015", "[2015-03-21..2015-03-31]")], "since the end of a month"),
        ("Nothing has been heard of the miners of Homs since armed men seized them last April.",
         [("Nothing has been heard of the miners of Homs since armed men seized them last April", "2016-04-01/2016-08-26"),
          ("Armed men seized them last April (Homs)", "2016-04")], "since armed men did it"),
        ("A bomb that gunmen planted on Monday killed nine people in Homs on Tuesday.",
         [("A bomb killed nine people in Homs on Tuesday", "2016-08-23"), ("Gunmen planted a bomb on Monday (Homs)", "2016-08-22")],
         "up to its day"),
        ("The conclusion that jets struck on Monday was published on Friday.", [], "a thought is no thing"),
        ("Rebels retook Homs in March, two years after the army had captured it.",
         [("Rebels retook Homs in March", "2016-03"), ("The army had captured it (Homs)", "2014~")], "counted from a month"),
        ("Soldiers, who had been held since May, a day after rebels took the base, were freed on Friday.",
         [("Soldiers were freed on Friday", "2016-08-26"), ("Soldiers had been held since May", "2016-05-01/2016-08-26"),
          ("Rebels took the base", "")], "from a stretch of time nothing is counted"),
        ("The miners were freed on Friday, more than three years after rebels seized them in Homs.",
         [("The miners were freed on Friday", "2016-08-26"), ("Rebels seized them in Homs", "2013~")], "more than"),
        ("The mayor told the council that rebels withdrew from Homs on Monday.",
         [("Rebels withdrew from Homs on Monday", "2016-08-22")], "what he told"),
        ("Its rule lasted from 1 May, when it entered the mill, until Monday.",
         [("Its rule lasted from 1 May, when it entered the mill, until Monday", "2016-05-01")], "one happening"),
        ("The chief put the plan to the council on Aug. 3, and in Damascus Monday President Omar Rida told him that it was sound.",
         [("The chief put the plan to the council on Aug. 3", "2016-08-03"),
          ("In Damascus Monday President Omar Rida told him that it was sound", "2016-08-22")], "a bare weekday"),
        ("On the 19th, troops were sent to the border, where they raised a flag, and on the following day Colonel Omar Rida declared the raid over.",
         [("Troops were sent to the border, where they raised a flag", "2016-08-19"),
          ("On the following day Colonel Omar Rida declared the raid over", "2016-08-20")], "by name"),
    ],
)  # fmt: skip
def test_clauses_told_with_the_day_of_their_own(text: str, expected: list[tuple[str, str]], remark: str) -> None:
    assert [(title, edtf) for title, edtf, _ in told(text)] == expected, remark
