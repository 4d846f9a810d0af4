"""What a question is wrapped in and what changes nothing: greetings before it, thanks behind it, what the answer is for."""

from __future__ import annotations

# Before the question itself.
LEADS = """
    hello, hello there, hi, hi there, hey, hey bot, hey there, hiya, dear sir, dear madam, dear team, sir, sir ji,
    madam, bhai, bhaiya, yaar, namaste, namaskar, good morning, good afternoon, good evening, umm, um, uh, hmm, erm,
    just checking, just a quick one, quick question, quick one, one question, small question, a question, need
    urgently, needed urgently, urgent, urgently, asap, any idea, any clue, by the way, btw, could you please
    confirm, could you confirm, can you confirm, please confirm, kindly confirm, my colleague asks, my boss asks,
    the minister asks, somebody asks, let me ask, may i ask, i wonder, just wondering, i was wondering, wondering,
    if you do not mind, excuse me, sorry to bother you, ek sawal, suno, suniye, zara batao, bataiye zara, नमस्ते,
    नमस्कार, सर, एक सवाल, सुनिए, ज़रा बताइए
"""

# Before a question that begins with a word of asking: 'tell me what ...', and not 'tell me about ...'.
ASKED_LEADS = """
    please tell me, pls tell me, can you tell me, could you tell me, would you tell me, tell me, kindly tell, kindly
    tell me, i would like to     know, i want to know, i need to know, let me know, do you know, do we know, please
    let me know, i'd like to know, can you say, ok so, okay so, mujhe batao, mujhe bataiye
"""
ASKING = """
    what which when who whom whose how where whether has have is are was were did do does will would can kya kitna
    kitne kitni kaun kab
"""

# Behind it.
TAILS = """
    please, pls, plz, thanks, thank you, thx, many thanks, thanks in advance, asap, urgent, urgently, if possible,
    if you can, if available, if you have it, in short, in brief, briefly, in one line, sir, sir ji, ji, by any
    chance, needed urgently, as soon as possible, at the earliest, according to you, in your data, as recorded, as
    per the record, as per record, exactly, roughly, according to official data, according to the record, dhanyavad,
    shukriya, धन्यवाद, शुक्रिया, जी, सर
"""

# What it is for: 'for the minister's note', 'needed for a meeting'.
DETERMINED = "the a an my our his her this that tomorrow today monday"
PURPOSES = """
    file files report reports slide slides note notes meeting memo briefing brief paper presentation deck speech article boss minister
    director secretary team newsletter column review parliament committee interview call
"""
