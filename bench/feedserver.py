"""Feeds on every loopback address, at one port that it prints; a POST gives each of them one item more."""

from __future__ import annotations

import asyncio
import gzip
from datetime import timedelta
from email.utils import format_datetime
from functools import lru_cache
from html import escape
from itertools import islice

from bench.data import NOW, items

ITEMS = 50  # in a feed
ABOUT_US = 10  # of how many items one is, before the new ones: some 100 a day over the days that stories live
SHARED = 25  # of them stand in other feeds too, as agencies' reports do


@lru_cache(maxsize=2_000)
def feed(number: int, news: int) -> bytes:
    """A feed as sites publish it, gzipped; `news`: how many items it has above those of the start."""
    shared = list(items(SHARED, 0))
    start = 1_000 + number * 1_000
    own = [*items(ITEMS - SHARED, start, every=ABOUT_US), *islice(items(100, start + 500 + number), news)]
    entries = "".join(
        f"<item><title>{escape(each.title)}</title><link>{each.url}</link><guid>{each.guid}</guid>"
        f"<pubDate>{format_datetime(NOW + timedelta(minutes=place))}</pubDate>"
        f"<description>{escape(each.summary)}</description><category>News</category></item>"
        for place, each in reversed(list(enumerate((*shared, *own))))  # the newest first; each keeps its date
    )
    return gzip.compress(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {number}</title>{entries}</channel></rss>'.encode(),
        compresslevel=1,
    )


class Feeds:
    def __init__(self) -> None:
        self.news = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: as many requests as it brings."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(self._answer(head.decode("latin-1")))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the other side has all it wanted
        finally:
            writer.close()

    def _answer(self, head: str) -> bytes:
        method, path, _ = head.split(" ", 2)
        if method == "POST":
            self.news += 1
            return b"HTTP/1.1 204 No Content\r\n\r\n"
        etag = f'"{self.news}"'
        if f"if-none-match: {etag}" in head.lower():
            return f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode()
        body = feed(int(path.rsplit("/", 1)[-1]), self.news)
        kind = "Content-Type: application/rss+xml\r\nContent-Encoding: gzip\r\n"
        return f"HTTP/1.1 200 OK\r\n{kind}ETag: {etag}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def main() -> None:
    server = await asyncio.start_server(Feeds().serve, "0.0.0.0", 0)  # noqa: S104 - 127.0.x.y are all ours
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
