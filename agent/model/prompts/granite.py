"""Granite 4: calls in ``<tool_call>`` marks, results in the role of a tool."""

from typing import Final

from agent.model.prompts.chat import Chat
from agent.model.spoken import Form

GRANITE: Final = Chat(name="granite", form=Form("<tool_call>\n", "\n</tool_call>"))
