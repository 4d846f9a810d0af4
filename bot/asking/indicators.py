"""The indicators of the record by what can be done with them."""

from __future__ import annotations

TRADE = ("imports", "exports", "balance")
FLOWS = (*TRADE, "mine_output", "demand")
STOCKS = (
    "reserves",
    "outlay",
    "capacity_target",
    "subsidy",
    "incentive",
    "reserves_share",
    "processing_share",
    "exchange_rate",
)
OF_THE_WORLD = (*TRADE, "import_dependence", "price")  # whose partner is the world where none is said
ADDED = ("imports", "exports", "mine_output")  # what twelve months of make a year of
RATES = ("import_dependence", "processing_share", "reserves_share", "price", "exchange_rate")  # what cannot be added up
