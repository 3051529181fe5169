"""A model's own chat template, filled so that nothing an asker writes is read as a control token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import jinja2
from llama_cpp.llama_chat_format import Jinja2ChatFormatter

from agent.model.errors import RequestRefused
from agent.model.request import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.model.request import Message

# Private-use characters stand for the contents while the template is filled; contents never hold them.
MARK: Final = re.compile("\ue000([0-9]+)\ue001")
MARKS: Final = str.maketrans("", "", "\ue000\ue001")


class ChatTemplate:
    """A template of a model file. ``bos``, ``eos``: its texts for the begin and the end."""

    def __init__(self, template: str, bos: str, eos: str) -> None:
        try:
            self._formatter = Jinja2ChatFormatter(template, eos_token=eos, bos_token=bos)
        except jinja2.TemplateError as error:
            raise RequestRefused(f"its chat template cannot be read ({type(error).__name__})") from error

    def prompt(
        self,
        messages: Sequence[Message],
        tools: Sequence[Mapping[str, Any]],
        options: Mapping[str, Any],
    ) -> tuple[Text, ...]:
        """The prompt in parts: the template's own are control text, the messages' are not."""
        marked: list[Any] = [
            {"role": message.role, "content": f"\ue000{number}\ue001"}
            for number, message in enumerate(messages)
        ]
        offered: list[Any] = [{"type": "function", "function": tool} for tool in tools]
        try:
            filled = self._formatter(messages=marked, tools=offered or None, **options).prompt
        except (jinja2.TemplateError, ValueError, TypeError) as error:
            raise RequestRefused(f"its chat template fails ({type(error).__name__})") from error
        parts = tuple(_parts(filled, [message.content for message in messages]))
        if sum(not part.control for part in parts) < len(messages):
            raise RequestRefused("its chat template leaves messages out")
        return parts


def _parts(filled: str, contents: Sequence[str]) -> Iterator[Text]:
    position = 0
    for match in MARK.finditer(filled):
        if match.start() > position:
            yield Text(filled[position : match.start()], control=True)
        yield Text(contents[int(match[1])].translate(MARKS))
        position = match.end()
    if position < len(filled):
        yield Text(filled[position:], control=True)
