"""The floor: python-telegram-bot as it comes, which says what it hears."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from telegram.ext import ApplicationBuilder, MessageHandler, filters

if TYPE_CHECKING:
    from telegram import Update


async def echo(update: Update, _context: Any) -> None:
    assert update.message
    await update.message.reply_text(update.message.text or "-")


def main() -> None:
    api = os.environ["TELEGRAM_API_URL"]
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(f"{api}/bot")
    application = builder.base_file_url(f"{api}/file/bot").build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling(timeout=30)


if __name__ == "__main__":
    main()
