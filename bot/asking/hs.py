"""The Harmonized System as far as the field needs it: which codes make up which, and which named product holds a code."""

from __future__ import annotations

# Every six- and eight-digit part of a code. A total may be added up from its parts only when all of them are there.
CHILDREN: dict[str, tuple[str, ...]] = {
    "8505": ("850511", "850519", "850520", "850590"),
    "850511": ("85051110", "85051190"),
    "850519": ("85051900",),
    "850590": ("85059000",),
    "2846": ("284610", "284690"),
    "284610": ("28461010", "28461090"),
    "280530": ("28053000",),
}
# A named product and the codes whose goods it holds.
_HOLDERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("magnets", ("850511", "850519")),
    ("oxides", ("2846",)),
    ("metals", ("280530",)),
)
_WIDER = {"8505": "magnets", "2805": "metals"}  # headings that hold a named product, and little else of ours


def is_code(product: str) -> bool:
    return product.isdecimal() and len(product) in (4, 6, 8)


def holder(code: str) -> str:
    """The named product that a code belongs to; "" when there is none."""
    for product, codes in _HOLDERS:
        if code.startswith(codes):
            return product
    return _WIDER.get(code, "")
