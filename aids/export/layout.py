"""Owns the names in a workbook that are both written and read back: of sheets, of columns, of what "Over" says.

Used by the modules that write and by `xlsx_read`. A name here is part of the form of the file: who changes one makes
older workbooks unreadable. Runs in browser and build.
"""

ANSWERS, SCORES, SCALE, ABOUT = "Antwoorden", "Scores", "Schaal", "Over"
GROUP, AGENDA, ACTIONS = "Invullers", "Agenda", "Acties"

LINE, ANSWER, REASON, WORDS = "Regel", "Antwoord", "Waarom niet van toepassing", "Kenmerk van de vraag"
NOTE_HEADS = {"evidence": "Bewijs", "note": "Notitie", "action": "Actie", "owner": "Wie", "date": "Wanneer"}

SORT, IDENT, WEIGHT = "Soort", "Kenmerk", "Gewicht"
OF_CRITERION = "Criterium"

MEANING, LABEL = "Kenmerk", "Antwoord"

WHAT, VALUE = "Wat", "Waarde"
FORMAT, SCHEMA, TREE, VERSION, RULES, SAVED = (
    "Vorm van het bestand",
    "Nummer van de vorm",
    "Scan",
    "Versie van de scan",
    "Kenmerk van de regels",
    "Bewaard op",
)
WHO, ROLE, ORGANISATION, RECOGNISABLE, SIZE = (
    "Kenmerk van de invuller",
    "Rol",
    "Organisatie",
    "Herkenbaar",
    "Aantal invullers",
)
YES, NO = "ja", "nee"
