"""An admin's line becomes a checked draft of the record.

    lines.py, things.py, figures.py   /log, /plant, /control, /figure      a line -> Draft | Refusal
    changes.py                        /slip, /done, /edit, /drop           a line -> Draft | Pick | Refusal
    asks.py                           what a draft still lacks, and an answer to it
    whens.py  words.py  amounts.py    dates (by tokens.py, vocabulary.py), choices, magnitudes as people write them
    known.py                          what the record knows already: names, likeness, WHICH

Pure: knows neither Telegram nor the web, reads no clock (`today` is a value) and writes nothing. A draft is the cells
of a file's row, so what a line may say is checked by the rules of files (storage/rows.py), and saved by the same road.
"""
