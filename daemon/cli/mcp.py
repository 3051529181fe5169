"""``hearth mcp``: the agent's tools for other assistants, over the Model Context Protocol."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from daemon.cli.ask import moment
from daemon.cli.options import ConfigOption, DatabaseOption, MomentOption, database, reading
from daemon.errors import Misuse
from daemon.lookup import over
from dsp.types import HearthError
from storage.people import ROLES


def mcp(
    *,
    role: Annotated[
        str, typer.Option("--as", metavar="ROLE", help=f"Whom it answers as: {', '.join(ROLES)}.")
    ] = "caregiver",
    device: Annotated[
        str | None,
        typer.Option("--device", metavar="ID", help="Whose data, where more than one person wears one."),
    ] = None,
    now: MomentOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Offer the agent's tools to an assistant that starts this as a Model Context Protocol server.

    It speaks over standard input and output, and only reads. Role and wearer are fixed here, whatever the
    assistant says; a caregiver sees no private notes.
    """
    if role not in ROLES:
        raise Misuse(f"--as wants one of {', '.join(ROLES)}, not {role!r}")
    if find_spec("mcp") is None:
        raise HearthError("the Model Context Protocol is not installed here: pip install 'hearthd[mcp]'")
    path, at = database(db, config), moment(now)
    with reading(path) as conn:
        over(conn, device=device, role=role, now=at)  # refuses now what would fail at every call
    from daemon.mcp_server import Tools, serve  # noqa: PLC0415 - half a second that only this command needs

    serve(Tools(path, role, device, at))
