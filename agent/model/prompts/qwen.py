"""Qwen and Hermes: calls in ``<tool_call>`` marks, results in the role of a tool, and no thinking aloud."""

from typing import Final

from agent.model.prompts.chat import Chat
from agent.model.spoken import Form

QWEN: Final = Chat(
    name="qwen",
    form=Form("<tool_call>\n", "\n</tool_call>"),
    options={"enable_thinking": False},  # Qwen3 would think for a minute on a small computer
)
