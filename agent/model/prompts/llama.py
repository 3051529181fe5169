"""Llama 3.2: bare JSON calls with ``parameters``, results from the user: the tool's role would quote them."""

from typing import Final

from agent.model.prompts.chat import Chat
from agent.model.spoken import Form

LLAMA: Final = Chat(
    name="llama",
    form=Form(arguments="parameters"),
    role="user",
    options={
        "date_string": "26 Jul 2024"
    },  # its template's own; today's would undo the kept prefix at midnight
)
