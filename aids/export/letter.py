"""Owns the text of a scan that pastes into a letter or a mail: headings and simple lists, no markup.

Runs in browser and build. Says the same figures in the same words as the page.
"""

from collections.abc import Iterator

from aids.export.other_sheets import rule
from aids.export.plain_text import clean, on_one_line
from aids.export.rows import Row, rows_of
from aids.runtime.scan import reckoned
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Scores
from aids.runtime.scan.wording import answer_words, count, interval, level_words, long_date
from aids.runtime.scan.work import Work, group_of, weights_of, words_of

NOTE_WORDS = {"evidence": "Bewijs", "note": "Notitie"}
