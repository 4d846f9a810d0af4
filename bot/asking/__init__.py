"""A question becomes an answer: pure, without Telegram, network or clock."""
