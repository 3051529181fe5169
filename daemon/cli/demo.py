"""``hearth demo``: all of Hearth at once, with the wearable and its history simulated."""

import asyncio
import logging
import sys
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated

import typer

from daemon.cli.ask import ModelOption
from daemon.cli.options import JsonOption
from daemon.cli.output import print_json, progress
from daemon.config import default_database
from daemon.demo import QUESTIONS, Demo, make_history, running
from daemon.errors import Misuse

HISTORY_S = 14 * 86_400
GOODBYE = frozenset({"quit", "exit", "bye", "/quit", "q"})


def demo(
    *,
    seconds: Annotated[
        float | None,
        typer.Option(help="Stop after this long.", min=1, max=86_400, show_default="until you leave"),
    ] = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Ask three questions by itself instead of reading yours.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Where its database is kept; default: beside your own.")
    ] = None,
    port: Annotated[
        int, typer.Option(help="Port of the embedded broker; 0: any free one.", min=0, max=65_535)
    ] = 0,
    model: ModelOption = None,
    json: JsonOption = False,
) -> None:
    """Try everything: an embedded broker, a simulated wearable, two weeks of history, and your questions."""
    if no_input and seconds is None:
        raise Misuse("--no-input wants --seconds: nobody would end it")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    where = folder or default_database().parent / "demo"
    asyncio.run(_show(where, seconds=seconds, by_itself=no_input, port=port, json=json, model=model))


async def _show(
    folder: Path, *, seconds: float | None, by_itself: bool, port: int, json: bool, model: str | None
) -> None:
    say = typer.echo if not json else _nothing
    say("Hearth, the demonstration. Everything here is simulated; nothing leaves this machine.")
    database = await asyncio.to_thread(_history, folder)
    answers = []
    async with running(database, port=port, model=model) as demo:
        say(_where_to_look(demo))
        began_s = time.monotonic()
        if by_itself:
            await asyncio.sleep(seconds or 0)
            for question in QUESTIONS:
                answer = await demo.ask(question)
                answers.append({"question": question, "answer": answer})
                say(f"\n> {question}\n{answer}")
        else:
            await _converse(demo, seconds)
        summary = demo.summary()
        lasted_s = time.monotonic() - began_s
    if json:
        print_json({"seconds": round(lasted_s, 1), **summary, "dialogue": answers})
        return
    say(f"\nIn {lasted_s:.0f} s:")
    for what, count in summary.items():
        say(f"  {what:<22} {count:>9,}")


def _nothing(_: str) -> None:
    """Say nothing: only JSON goes to standard output."""


def _history(folder: Path) -> Path:
    with progress("Writing two weeks of history", HISTORY_S) as done:
        database, _ = make_history(folder, done)
    return database


def _where_to_look(demo: Demo) -> str:
    host, port, db = demo.settings.host, demo.settings.port, demo.database
    return f"""
A patch on "Anna Berg" is sending heart beats, and two weeks of her history are stored.

Where to look (in another terminal):
  {_hearth()} status --live --db {db}
  {_hearth()} ask "Did I have AF last night?" --db {db}
  mosquitto_sub -h {host} -p {port} -v -t 'hearth/v1/+/state' -t 'hearth/v1/+/alert'
  datasette {db}                (any SQLite tool reads it)

What to ask:
  What is my heart rate now?          Did I have AF last night?     And the night before?
  When was my longest pause?          How was my week?              Any alerts today?
  How much of last night was recorded?
"""


def _hearth() -> str:
    program = Path(sys.argv[0])
    return str(program) if program.name == "hearth" else "hearth"


async def _converse(demo: Demo, seconds: float | None) -> None:
    typer.echo("Type a question; quit ends it.")
    try:
        async with asyncio.timeout(seconds):
            async for line in _lines():
                if line.casefold() in GOODBYE:
                    return
                if line:
                    typer.echo(await demo.ask(line))
    except TimeoutError:
        typer.echo()


async def _lines() -> AsyncIterator[str]:
    """What is typed, line by line, until the end of input. The reading thread never holds up the end."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line.strip())
        loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True, name="keyboard").start()
    while True:
        if sys.stdin.isatty():
            sys.stdout.write("> ")
            sys.stdout.flush()
        line = await lines.get()
        if line is None:
            return
        yield line
