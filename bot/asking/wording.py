"""The sentences of answers, in English and Hindi, and how a sentence becomes a line of spans.

A template's {names} are filled with spans: amounts, dates, counts and quotations stay what they are, so that the guard can read
them. What is filled in as plain text is words of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from bot.asking.answers import Amount, Count, Line, Link, Quote, Span, Style, Text, When
from storage.periods import Period

_NAME = re.compile(r"\{(\w+)\}")

Part: TypeAlias = Span | str | int | Period | date
Filling: TypeAlias = Part | Iterable[Span]

WORDS: dict[str, dict[str, str]] = {
    # ------------------------------------------------------------ a number and its papers
    "figure": {"en": "{amount}: {what}, {period}{status}", "hi": "{amount}: {what}, {period}{status}"},
    "status": {"en": " ({status})", "hi": " ({status})"},
    "share_basis": {"en": "{part} of {whole}, by {basis}.", "hi": "{whole} में से {part}, {basis} के हिसाब से।"},
    "by_value": {"en": "value", "hi": "मूल्य"},
    "by_quantity": {"en": "quantity", "hi": "मात्रा"},
    "also": {"en": "Also: {amounts}.", "hi": "साथ में: {amounts}।"},
    "beside": {
        "en": "{amount} by another source ({status}): {source}",
        "hi": "एक अन्य स्रोत के अनुसार {amount} ({status}): {source}",
    },
    "beside_term": {
        "en": "{partner}: {amount} by another source ({status}): {source}",
        "hi": "{partner}: एक अन्य स्रोत के अनुसार {amount} ({status}): {source}",
    },
    "revised": {
        "en": "Revised: before it stood at {amount} ({status}), published {when}.",
        "hi": "संशोधित: पहले {amount} ({status}) था, प्रकाशन {when}।",
    },
    "revised_undated": {
        "en": "Revised: before it stood at {amount} ({status}).",
        "hi": "संशोधित: पहले {amount} ({status}) था।",
    },
    "not_revised": {"en": "The record holds no revision of it.", "hi": "रिकॉर्ड में इसका कोई संशोधन नहीं है।"},
    "summed": {"en": "Added up from {parts}.", "hi": "इनका जोड़: {parts}।"},
    "summed_products": {"en": "Added up from the codes {parts}.", "hi": "इन कोडों का जोड़: {parts}।"},
    "unit_value": {"en": "Computed: {money} over {quantity}.", "hi": "गणना: {money} ÷ {quantity}।"},
    "converted": {
        "en": "Converted from {amount} at {rate} to the dollar ({source}).",
        "hi": "{amount} से, {rate} प्रति डॉलर की दर पर ({source})।",
    },
    "no_rate": {
        "en": "The record has no figure in {wanted} and no exchange rate for {period}, so this is in {given}.",
        "hi": "रिकॉर्ड में {period} के लिए {wanted} में न आंकड़ा है, न विनिमय दर; इसलिए यह {given} में है।",
    },
    "no_quantity": {
        "en": "The record has no figure in tonnes for it.",
        "hi": "रिकॉर्ड में इसका टन में आंकड़ा नहीं है।",
    },
    "instead": {
        "en": "The record has it in {given}, not in {wanted}.",
        "hi": "रिकॉर्ड में यह {given} में है, {wanted} में नहीं।",
    },
    "newest": {
        "en": "No period was named: this is the newest full year in the record.",
        "hi": "कोई अवधि नहीं कही गई: यह रिकॉर्ड का सबसे नया पूरा वर्ष है।",
    },
    "newest_of": {
        "en": "No period was named: this is the newest in the record.",
        "hi": "कोई अवधि नहीं कही गई: यह रिकॉर्ड में सबसे नया है।",
    },
    "newer_part": {"en": "Since then: {amount} in {period}.", "hi": "उसके बाद: {period} में {amount}।"},
    "partly": {
        "en": "The record covers {asked} only in part: this is {there}.",
        "hi": "रिकॉर्ड में {asked} का केवल एक भाग है: यह {there} का है।",
    },
    "to_date": {"en": "As far as the record goes: to {last}.", "hi": "जहां तक रिकॉर्ड है: {last} तक।"},
    "by_code": {
        "en": "The record has no row for {code}; this is for {product}, which holds it.",
        "hi": "रिकॉर्ड में {code} की पंक्ति नहीं है; यह {product} का आंकड़ा है, जिसमें वह शामिल है।",
    },
    "basket": {"en": "What it counts: {note}", "hi": "क्या गिना गया: {note}"},
    "no_code": {
        "en": "It counts permanent magnets of all kinds; no customs code isolates rare earth magnets.",
        "hi": "इसमें सभी प्रकार के स्थायी चुंबक हैं; कोई सीमा शुल्क कोड केवल दुर्लभ मृदा चुंबकों का नहीं है।",
    },
    "fiscal_too": {
        "en": "{amount} in {period}, the fiscal year, which is given under {year} by: {names}",
        "hi": "वित्त वर्ष {period} में {amount}, जिसे {year} के नाम से देते हैं: {names}",
    },
    "part_of_it": {"en": "Of {asked} there is: {amount} in {period}.", "hi": "{asked} में से है: {period} में {amount}।"},
    # ------------------------------------------------------------ changes
    "changed": {
        "en": "{delta} ({rate}): {what}, {first} to {last}",
        "hi": "{delta} ({rate}): {what}, {first} से {last}",
    },
    "changed_rate": {
        "en": "{rate} ({delta}): {what}, {first} to {last}",
        "hi": "{rate} ({delta}): {what}, {first} से {last}",
    },
    "changed_only": {"en": "{delta}: {what}, {first} to {last}", "hi": "{delta}: {what}, {first} से {last}"},
    "grown": {
        "en": "{rate} a year: {what}, {first} to {last}, compounded",
        "hi": "{rate} प्रति वर्ष (चक्रवृद्धि): {what}, {first} से {last}",
    },
    "end": {"en": "{period}: {amount}", "hi": "{period}: {amount}"},
    "rose": {"en": "It rose.", "hi": "यह बढ़ा।"},
    "fell": {"en": "It fell.", "hi": "यह घटा।"},
    "same": {"en": "It stayed as it was.", "hi": "यह उतना ही रहा।"},
    "no_common": {
        "en": "No one source has both ends, and figures of different sources are not set against each other.",
        "hi": "किसी एक स्रोत में दोनों सिरे नहीं हैं, और अलग-अलग स्रोतों के आंकड़ों की आपस में तुलना नहीं की जाती।",
    },
    # ------------------------------------------------------------ lists of numbers
    "ranking": {
        "en": "{what}, {period}: {leader} leads with {amount}.",
        "hi": "{what}, {period}: सबसे आगे {leader}, {amount}।",
    },
    "countries_told": {"en": "{count} countries have a figure.", "hi": "{count} देशों का आंकड़ा है।"},
    "ranking_low": {
        "en": "{what}, {period}: {leader} is the least with {amount}.",
        "hi": "{what}, {period}: सबसे कम {leader}, {amount}।",
    },
    "ranking_place": {
        "en": "{what}, {period}: {leader} stands at place {place} with {amount}.",
        "hi": "{what}, {period}: {leader} क्रम {place} पर, {amount}।",
    },
    "row": {"en": "{label}: {amount}", "hi": "{label}: {amount}"},
    "row_share": {"en": "{label}: {amount} ({share})", "hi": "{label}: {amount} ({share})"},
    "extreme": {
        "en": "{period}: {amount}, the {most} of {count} ({what})",
        "hi": "{period}: {amount}, {count} में से {most} ({what})",
    },
    "ranking_only": {
        "en": "{what}, {period}: the record knows only {leader}, {amount}.",
        "hi": "{what}, {period}: रिकॉर्ड में केवल {leader} का आंकड़ा है, {amount}।",
    },
    "extreme_only": {
        "en": "{period}: {amount}, the only one in the record ({what})",
        "hi": "{period}: {amount}, रिकॉर्ड में केवल यही है ({what})",
    },
    "most": {"en": "highest", "hi": "सबसे अधिक"},
    "least": {"en": "lowest", "hi": "सबसे कम"},
    "placed": {"en": "number {place} from the {end}", "hi": "{end} से क्रम {place}"},
    "top": {"en": "top", "hi": "ऊपर"},
    "bottom": {"en": "bottom", "hi": "नीचे"},
    "series_one": {"en": "{what}: {first} alone is in the record", "hi": "{what}: रिकॉर्ड में केवल {first} है"},
    "only_one": {
        "en": "{amount}: {what}, {first}, which alone is in the record",
        "hi": "{amount}: {what}, {first}, रिकॉर्ड में केवल यही है",
    },
    "series": {"en": "{what}, {first} to {last}", "hi": "{what}, {first} से {last}"},
    "average": {
        "en": "{amount} on average: {what}, {first} to {last}, over {count} periods",
        "hi": "औसत {amount}: {what}, {first} से {last}, {count} अवधियां",
    },
    "total": {"en": "{amount} in all: {what}, {first} to {last}", "hi": "कुल {amount}: {what}, {first} से {last}"},
    "beyond": {"en": "{count} of {all} {bound}: {what}", "hi": "{all} में से {count} {bound}: {what}"},
    "beyond_none": {"en": "None of {all} {bound}: {what}", "hi": "{all} में से कोई {bound} नहीं: {what}"},
    "bound_over": {"en": "over {bound}", "hi": "{bound} से ऊपर"},
    "bound_from": {"en": "at least {bound}", "hi": "कम से कम {bound}"},
    "bound_up_to": {"en": "at most {bound}", "hi": "अधिक से अधिक {bound}"},
    "bound_under": {"en": "under {bound}", "hi": "{bound} से नीचे"},
    "missing_periods": {
        "en": "The record has nothing for {periods}.",
        "hi": "रिकॉर्ड में {periods} का आंकड़ा नहीं है।",
    },
    "compare": {"en": "{what}", "hi": "{what}"},
    "difference": {"en": "{amount} more: {more} over {less}", "hi": "{amount} अधिक: {less} की तुलना में {more}"},
    "ratio": {"en": "{amount}: {more} against {less}", "hi": "{amount}: {less} की तुलना में {more}"},
    "percent_of": {"en": "{amount}: {part} as a share of {whole}", "hi": "{amount}: {whole} के अनुपात में {part}"},
    "together": {"en": "{amount} together: {names}", "hi": "कुल मिलाकर {amount}: {names}"},
    "not_held": {
        "en": "The record has no such figure for {names}.",
        "hi": "रिकॉर्ड में {names} का ऐसा आंकड़ा नहीं है।",
    },
    "imports_exceed": {"en": "Imports were larger than exports.", "hi": "आयात निर्यात से अधिक रहा।"},
    "exports_exceed": {"en": "Exports were larger than imports.", "hi": "निर्यात आयात से अधिक रहा।"},
    # ------------------------------------------------------------ capacity
    "progress": {
        "en": "{built} commissioned of the {target} target by {year}: {rate}",
        "hi": "{year} तक {target} के लक्ष्य में से {built} चालू: {rate}",
    },
    "progress_alone": {"en": "{built} of magnet capacity is commissioned.", "hi": "{built} चुंबक क्षमता चालू है।"},
    "nothing_built": {
        "en": "No magnet capacity that counts toward the target is commissioned in the record.",
        "hi": "रिकॉर्ड में लक्ष्य में गिनी जाने वाली कोई चुंबक क्षमता चालू नहीं है।",
    },
    "counted": {"en": "Counted:", "hi": "गिने गए:"},
    "outside": {
        "en": "Outside the programme, not counted: {amount} ({names})",
        "hi": "कार्यक्रम से बाहर, नहीं गिनी गई: {amount} ({names})",
    },
    "target": {"en": "The target is {target} by {year}.", "hi": "लक्ष्य {year} तक {target} है।"},
    "target_basis": {"en": "The year's basis: {note}", "hi": "वर्ष का आधार: {note}"},
    "no_target": {"en": "The record holds no target.", "hi": "रिकॉर्ड में कोई लक्ष्य नहीं है।"},
    "gap": {
        "en": "{gap} still to be commissioned: {built} of the {target} target by {year}",
        "hi": "{gap} अभी चालू होना बाकी: {year} तक {target} के लक्ष्य में से {built}",
    },
    "gap_closed": {
        "en": "The target is reached: {built} against {target}.",
        "hi": "लक्ष्य पूरा है: {target} के मुकाबले {built}।",
    },
    "pace": {
        "en": "{pace} must be added each year: {gap} over {count} years, to {year}",
        "hi": "हर वर्ष {pace} जोड़नी होगी: {year} तक {count} वर्षों में {gap}",
    },
    "pace_past": {
        "en": "The target's year, {year}, has come; {gap} is missing.",
        "hi": "लक्ष्य का वर्ष {year} आ चुका है; {gap} की कमी है।",
    },
    "reach": {
        "en": "On the plants as recorded it is reached in {year}.",
        "hi": "दर्ज संयंत्रों के अनुसार यह {year} में पूरा होगा।",
    },
    "reach_slipped": {
        "en": "With the slip seen so far it is reached in {year}.",
        "hi": "अब तक की देरी को देखते हुए यह {year} में पूरा होगा।",
    },
    "reach_with_all": {
        "en": "With all the plants in the record there would be {amount}.",
        "hi": "रिकॉर्ड के सब संयंत्रों को मिलाकर {amount} होगी।",
    },
    "reach_never": {
        "en": "The plants in the record do not reach it: with all of them there would be {amount}.",
        "hi": "रिकॉर्ड के संयंत्रों से यह पूरा नहीं होता: सब मिलाकर {amount} होगी।",
    },
    "reach_nobody": {
        "en": "No plant that counts toward it is on record yet.",
        "hi": "इसमें गिना जाने वाला कोई संयंत्र अभी रिकॉर्ड में नहीं है।",
    },
    "capacity_total": {"en": "{amount}: {what}", "hi": "{amount}: {what}"},
    "capacity_not_told": {
        "en": "No capacity is stated in the record: {what}.",
        "hi": "रिकॉर्ड में क्षमता नहीं दी गई है: {what}।",
    },
    "capacity_none": {
        "en": "The record has no plant: {what}.",
        "hi": "रिकॉर्ड में ऐसा कोई संयंत्र नहीं है: {what}।",
    },
    "plants_count": {"en": "Plants, {what}: {count}", "hi": "संयंत्र, {what}: {count}"},
    "plants_of": {"en": "Plants: {what}", "hi": "संयंत्र: {what}"},
    "plant_row": {
        "en": "{name}{whose}: {amount} of {product}, {stage}{expected}",
        "hi": "{name}{whose}: {amount} {product}, {stage}{expected}",
    },
    "plant_row_no_amount": {
        "en": "{name}{whose}: {product}, {stage}{expected}, capacity not stated",
        "hi": "{name}{whose}: {product}, {stage}{expected}, क्षमता नहीं बताई गई",
    },
    "expected": {"en": ", expected {when}", "hi": ", {when} में अपेक्षित"},
    "since": {"en": ", since {when}", "hi": ", {when} से"},
    "plant_moved": {"en": "First expected {first}.", "hi": "पहले {first} में अपेक्षित।"},
    "groups_count": {"en": "{what}: {count}", "hi": "{what}: {count}"},
    "per_company": {"en": "Companies with plants: ", "hi": "संयंत्र वाली कंपनियां: "},
    "per_state": {"en": "States with plants: ", "hi": "संयंत्र वाले राज्य: "},
    "per_stage": {"en": "Stages with plants: ", "hi": "संयंत्र वाले चरण: "},
    "per_year": {"en": "Years with plants: ", "hi": "संयंत्र वाले वर्ष: "},
    "group_count": {"en": "{label}: {count}", "hi": "{label}: {count}"},
    "plant_average": {
        "en": "{amount} a plant on average: {what}, over {count} plants",
        "hi": "प्रति संयंत्र औसत {amount}: {what}, {count} संयंत्र",
    },
    "plant_newest": {"en": "The newest: {names}", "hi": "सबसे नया: {names}"},
    "plant_oldest": {"en": "The oldest: {names}", "hi": "सबसे पुराना: {names}"},
    "outside_of_these": {
        "en": "Of this, outside the programme: {amount} ({names})",
        "hi": "इसमें कार्यक्रम से बाहर: {amount} ({names})",
    },
    "largest": {"en": "{name} is the largest: {amount}", "hi": "{name} सबसे बड़ा है: {amount}"},
    "smallest": {"en": "{name} is the smallest: {amount}", "hi": "{name} सबसे छोटा है: {amount}"},
    "plants_left_out": {"en": "Shelved, not counted: {names}", "hi": "ठंडे बस्ते में, नहीं गिने गए: {names}"},
    "demand_capacity": {
        "en": "Demand in {year}: {demand}. Magnet capacity then, as recorded: {capacity}.",
        "hi": "{year} में मांग: {demand}। तब तक चुंबक क्षमता, दर्ज के अनुसार: {capacity}।",
    },
    "demand_short": {"en": "{amount} short of demand", "hi": "मांग से {amount} कम"},
    "demand_met": {"en": "{amount} above demand", "hi": "मांग से {amount} अधिक"},
    "demand_now": {
        "en": "Commissioned today: {amount}, {rate} of that demand.",
        "hi": "आज चालू: {amount}, उस मांग का {rate}।",
    },
    # ------------------------------------------------------------ milestones
    "milestones_and_longer": {
        "en": "{what}: {count}, and {longer} due within a longer period that ends then",
        "hi": "{what}: {count}, और {longer} किसी लंबी अवधि में जो तभी समाप्त होती है",
    },
    "milestones": {"en": "{what}: {count}", "hi": "{what}: {count}"},
    "milestones_none": {"en": "{what}: none.", "hi": "कोई नहीं: {what}।"},
    "milestone_row": {"en": "#{number} {title}: {state}{who}", "hi": "#{number} {title}: {state}{who}"},
    "state_due": {"en": "{status}, due {when}", "hi": "{status}, नियत {when}"},
    "state_overdue": {"en": "overdue since {when} ({status})", "hi": "{when} से देरी में ({status})"},
    "state_done": {"en": "done {when}", "hi": "{when} को पूरा"},
    "state_done_late": {"en": "done {when}, late; it was due {due}", "hi": "{when} को पूरा, देर से; नियत {due}"},
    "state_dropped": {"en": "dropped; it was due {when}", "hi": "रद्द; नियत {when}"},
    "state_bare": {"en": "{status}, no date", "hi": "{status}, तिथि नहीं"},
    "slipped_from": {"en": ", slipped from {when}", "hi": ", पहले {when}"},
    "who": {"en": " ({organisation}{place})", "hi": " ({organisation}{place})"},
    "more": {"en": "And {count} more.", "hi": "और {count}।"},
    "overdue_beside": {"en": "{count} others are overdue.", "hi": "इसके अलावा {count} देरी में।"},
    "overdue_one": {"en": "{count} other is overdue.", "hi": "इसके अलावा {count} देरी में।"},
    "first_due": {"en": ", first due {when}", "hi": ", पहले नियत {when}"},
    "from": {"en": "from {period}", "hi": "{period} से"},
    "up_to": {"en": "to {period}", "hi": "{period} तक"},
    "from_to": {"en": "{first} to {last}", "hi": "{first} से {last} तक"},
    "whose": {"en": " ({names})", "hi": " ({names})"},
    "next": {"en": "Next: {title}, due {when}", "hi": "अगला: {title}, नियत {when}"},
    "one_milestone": {"en": "{title}: {state}", "hi": "{title}: {state}"},
    "responsible": {"en": "Responsible: {organisation}{place}.", "hi": "जिम्मेदार: {organisation}{place}।"},
    "category": {"en": "Category: {category}.", "hi": "श्रेणी: {category}।"},
    "baseline": {
        "en": "First due {when}; moved {count} times since.",
        "hi": "पहली नियत तिथि {when}; तब से {count} बार बदली।",
    },
    "baseline_only": {"en": "First due {when}.", "hi": "पहली नियत तिथि {when}।"},
    "baseline_once": {"en": "First due {when}; moved once since.", "hi": "पहली नियत तिथि {when}; तब से एक बार बदली।"},
    "baseline_twice": {"en": "First due {when}; moved twice since.", "hi": "पहली नियत तिथि {when}; तब से दो बार बदली।"},
    "reason": {"en": "Reason: {reason}", "hi": "कारण: {reason}"},
    "note": {"en": "Note: {note}", "hi": "टिप्पणी: {note}"},
    "due_was": {"en": "Due {when}.", "hi": "नियत {when}।"},
    "depends_on": {"en": "Hangs on: {names}", "hi": "इस पर निर्भर: {names}"},
    "another_source": {
        "en": "By another source: {state} ({source})",
        "hi": "एक अन्य स्रोत के अनुसार: {state} ({source})",
    },
    "confidence_reported": {
        "en": "By the press or a company; not official.",
        "hi": "प्रेस या कंपनी के अनुसार; आधिकारिक नहीं।",
    },
    "confidence_unconfirmed": {"en": "This is unconfirmed.", "hi": "यह अपुष्ट है।"},
    "count_row": {"en": "{label}: {count}", "hi": "{label}: {count}"},
    "timeline": {"en": "The plan: {count} milestones with a date.", "hi": "योजना: तिथि वाले {count} पड़ाव।"},
    # ------------------------------------------------------------ controls
    "controls": {"en": "Export controls, {what}: {count}", "hi": "निर्यात नियंत्रण, {what}: {count}"},
    "controls_strange": {
        "en": "No control on record names “{words}”.",
        "hi": "रिकॉर्ड के किसी नियंत्रण में “{words}” नहीं है।",
    },
    "controls_none": {
        "en": "The record has no such export control: {what}.",
        "hi": "रिकॉर्ड में ऐसा कोई निर्यात नियंत्रण नहीं है: {what}।",
    },
    "control_row": {"en": "{title}: {state}", "hi": "{title}: {state}"},
    "control_until": {"en": "{status}, until {when}", "hi": "{status}, {when} तक"},
    "control_since": {"en": "{status}, since {when}", "hi": "{status}, {when} से"},
    "control_bare": {"en": "{status}", "hi": "{status}"},
    "control_unknown": {
        "en": "unknown since {when}; {status} until then, nothing recorded after",
        "hi": "{when} से अज्ञात; तब तक {status}, उसके बाद कुछ दर्ज नहीं",
    },
    "controls_unknown": {
        "en": "Unknown since {when} ({count}; {status} until then, nothing recorded after): {names}",
        "hi": "{when} से अज्ञात ({count}; तब तक {status}, उसके बाद कुछ दर्ज नहीं): {names}",
    },
    "control_scope": {"en": "Covers: {scope}", "hi": "दायरा: {scope}"},
    "control_instrument": {"en": "By: {instrument} ({jurisdiction})", "hi": "आधार: {instrument} ({jurisdiction})"},
    "control_dates": {
        "en": "Announced {announced}, in effect {effective}.",
        "hi": "घोषणा {announced}, प्रभावी {effective}।",
    },
    "control_announced": {"en": "Announced {announced}.", "hi": "घोषणा {announced}।"},
    "control_effective": {"en": "In effect {effective}.", "hi": "प्रभावी {effective}।"},
    # ------------------------------------------------------------ words and talk
    "term": {"en": "{term}: {definition}", "hi": "{term}: {definition}"},
    "said": {"en": "“{statement}”", "hi": "“{statement}”"},
    "said_by": {"en": "“{statement}” {who}{when}", "hi": "“{statement}” {who}{when}"},
    "comma_when": {"en": ", {when}", "hi": ", {when}"},
    "said_status": {"en": " ({status})", "hi": " ({status})"},
    "nothing_by": {
        "en": "The record holds nothing by {who} on {about}; what it holds of them:",
        "hi": "रिकॉर्ड में {about} पर {who} का कुछ नहीं है; उनका जो है:",
    },
    "no_statement": {"en": "The record holds no statement on that.", "hi": "रिकॉर्ड में इस पर कोई कथन नहीं है।"},
    "news_row": {"en": "{title}{when}", "hi": "{title}{when}"},
    "no_news": {"en": "The record holds no news on {words}.", "hi": "रिकॉर्ड में {words} पर कोई समाचार नहीं है।"},
    "no_news_at_all": {"en": "The record holds no news yet.", "hi": "रिकॉर्ड में अभी कोई समाचार नहीं है।"},
    "news": {"en": "In the news: {count}", "hi": "समाचार: {count}"},
    "sources_of": {"en": "These stand behind the last answer:", "hi": "पिछले उत्तर के स्रोत:"},
    "sources_all": {
        "en": "The figures of the record come from {count} sources.",
        "hi": "रिकॉर्ड के आंकड़े {count} स्रोतों से हैं।",
    },
    "no_sources": {
        "en": "There is no answer before this whose sources could be shown.",
        "hi": "इससे पहले कोई उत्तर नहीं है जिसके स्रोत दिखाए जा सकें।",
    },
    "welcome": {"en": "You are welcome. Ask on whenever you like.", "hi": "आपका स्वागत है। जब चाहें, और पूछिए।"},
    "help": {
        "en": (
            "I answer questions about India's rare earth magnet programme, with a source behind every "
            "number. For example:"
        ),
        "hi": "मैं भारत के दुर्लभ मृदा चुंबक कार्यक्रम के सवालों के जवाब देता हूं, हर संख्या के स्रोत के साथ। जैसे:",
    },
    "help_more": {
        "en": (
            "Commands: /imports /capacity /milestones /timeline /controls /news /search /sources. What I "
            "do not know I say, and keep for the admins."
        ),
        "hi": (
            "आदेश: /imports /capacity /milestones /timeline /controls /news /search /sources। जो मुझे "
            "नहीं पता, वह मैं कहता हूं और प्रशासकों के लिए रख लेता हूं।"
        ),
    },
    "gaps": {
        "en": "{count} questions could not be answered so far:",
        "hi": "अब तक {count} सवालों के उत्तर नहीं मिल सके:",
    },
    "gaps_none": {
        "en": (
            "No question is waiting for a figure. I know only what is in the record: trade, capacity, "
            "milestones, controls and what was said of them."
        ),
        "hi": ("कोई सवाल आंकड़े की प्रतीक्षा में नहीं है। मैं केवल रिकॉर्ड जानता हूं: व्यापार, क्षमता, पड़ाव, नियंत्रण और उन पर कही बातें।"),
    },
    "gap_row": {"en": "{question} (asked {count} times)", "hi": "{question} ({count} बार पूछा गया)"},
    "unknown_figure": {
        "en": "I have no figure for that: {what}, {period}.",
        "hi": "मेरे पास इसका आंकड़ा नहीं है: {what}, {period}।",
    },
    "unknown_figure_at_all": {
        "en": "I have no figure for that: {what}.",
        "hi": "मेरे पास इसका आंकड़ा नहीं है: {what}।",
    },
    "nearest": {
        "en": "The nearest that I have: {period}, {amount} ({status}).",
        "hi": "मेरे पास सबसे नजदीकी: {period}, {amount} ({status})।",
    },
    "nearest_future": {
        "en": "Nobody whom the record cites has published it; the record goes as far as {period}.",
        "hi": "रिकॉर्ड के किसी स्रोत ने यह प्रकाशित नहीं किया; रिकॉर्ड {period} तक है।",
    },
    "held_for": {"en": "The record has it for: {names}", "hi": "रिकॉर्ड में यह इनके लिए है: {names}"},
    "unknown_outside": {
        "en": (
            "That is not in the record: I know India's rare earth magnet programme, its trade, plants, "
            "milestones and the controls that bear on them."
        ),
        "hi": (
            "यह रिकॉर्ड में नहीं है: मैं भारत के दुर्लभ मृदा चुंबक कार्यक्रम, उसके व्यापार, संयंत्रों, पड़ावों और नियंत्रणों के बारे में जानता हूं।"
        ),
    },
    "unknown_edits": {
        "en": "A question changes nothing in the record; admins change it by /log, /done and /figure.",
        "hi": "सवाल से रिकॉर्ड में कुछ नहीं बदलता; एडमिन इसे /log, /done और /figure से बदलते हैं।",
    },
    "unknown_orders": {
        "en": "I give no number without a source in the record, whoever asks.",
        "hi": "मैं रिकॉर्ड के स्रोत के बिना कोई संख्या नहीं देता, चाहे कोई भी कहे।",
    },
    "unknown_other_country": {
        "en": "I do not know {country}'s own figures: the record holds India's.",
        "hi": "मुझे {country} के अपने आंकड़ों का पता नहीं: रिकॉर्ड में भारत के आंकड़े हैं।",
    },
    "unknown_no_partner": {
        "en": "I know no partner called “{about}”.",
        "hi": "मैं “{about}” नाम के किसी साझेदार को नहीं जानता।",
    },
    "unknown_no_product": {
        "en": "The record does not tell “{about}” apart.",
        "hi": "रिकॉर्ड में “{about}” अलग से नहीं है।",
    },
    "unknown_why": {
        "en": "The record holds what was counted and who said what, and no reason for this.",
        "hi": "रिकॉर्ड में गिनती और कही गई बातें हैं, इसका कारण नहीं।",
    },
    "unknown_nothing": {"en": "I could not read that: “{about}”.", "hi": "मैं यह नहीं समझ सका: “{about}”।"},
    "clarify_nothing": {"en": "What would you like to know? For example:", "hi": "आप क्या जानना चाहेंगे? जैसे:"},
    "clarify_nothing_before": {
        "en": (
            "That seems to go on from something, but there is no question before it. Which number or "
            "milestone do you mean?"
        ),
        "hi": ("लगता है यह किसी पिछले सवाल से जुड़ा है, पर उससे पहले कोई सवाल नहीं है। आप किस आंकड़े या पड़ाव के बारे में पूछ रहे हैं?"),
    },
    "clarify_unread": {
        "en": "I could not read all of that: “{about}”. Did you mean one of these?",
        "hi": "मैं यह पूरा नहीं समझ सका: “{about}”। क्या आपका आशय इनमें से कोई है?",
    },
    "clarify_two_readings": {
        "en": "That can be read in more than one way. Which do you mean?",
        "hi": "इसके एक से अधिक अर्थ हो सकते हैं। आपका आशय क्या है?",
    },
    "clarify_two_partners_apart": {
        "en": "I can leave out one country at a time. Which of these: {about}?",
        "hi": "मैं एक बार में एक ही देश छोड़ सकता हूं। इनमें से कौन सा: {about}?",
    },
    "unverified": {
        "en": "I could not verify this answer, so I give no number; here are its sources.",
        "hi": "मैं इस उत्तर की पुष्टि नहीं कर सका, इसलिए कोई संख्या नहीं दे रहा; ये उसके स्रोत हैं।",
    },
    "fault": {
        "en": "Something went wrong on our side with this question; it was kept for the admins.",
        "hi": "इस सवाल पर हमारी ओर से कुछ गड़बड़ हुई; इसे प्रशासकों के लिए रख लिया गया है।",
    },
}


def words(key: str, language: str) -> str:
    said = WORDS[key]
    return said.get(language, said["en"])


def spans(key: str, language: str, **parts: Filling) -> tuple[Span, ...]:
    """A template as spans; a part may be several spans."""
    template = words(key, language)
    out: list[Span] = []
    last = 0
    for found in _NAME.finditer(template):
        out += _text(template[last : found.start()])
        out += _spans(parts[found[1]])
        last = found.end()
    return joined([*out, *_text(template[last:])])


def line(key: str, language: str, style: Style = Style.BODY, **parts: Filling) -> Line:
    return Line(_begun(spans(key, language, **parts)), style)


def bounds(since: Period | None, until: Period | None, language: str) -> tuple[Filling, ...]:
    """A stretch of time in words, as one part of a list; none when no time is given."""
    if since and until:
        return (since,) if since == until else (spans("from_to", language, first=since, last=until),)
    if since or until:
        return (spans("from" if since else "up_to", language, period=since or until or ""),)
    return ()


def listed(items: Iterable[Filling], gap: str = ", ") -> tuple[Span, ...]:
    """Parts set beside each other."""
    out: list[Span] = []
    for at, item in enumerate(items):
        out += [*(_text(gap) if at else ()), *_spans(item)]
    return joined(out)


def joined(parts: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbouring texts as one."""
    out: list[Span] = []
    for part in parts:
        if isinstance(part, Text) and out and isinstance(out[-1], Text):
            out[-1] = Text(out[-1].text + part.text)
        else:
            out.append(part)
    return tuple(out)


def _begun(parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """A sentence begins with a capital, where words of ours begin it."""
    if parts and isinstance(parts[0], Text):
        return (Text(parts[0].text[:1].upper() + parts[0].text[1:]), *parts[1:])
    return parts


def _text(text: str) -> tuple[Text, ...]:
    return (Text(text),) if text else ()


def _spans(part: Filling) -> tuple[Span, ...]:
    if isinstance(part, str):
        return _text(part)
    if isinstance(part, int):
        return (Count(part),)
    if isinstance(part, (Period, date)):
        return (When(part),)
    if isinstance(part, (Amount, Text, When, Count, Quote, Link)):
        return (part,)
    return tuple(part)
