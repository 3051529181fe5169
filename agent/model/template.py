"""A model's own chat template, filled so that nothing an asker writes is read as a control token."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.ext import Extension, loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

from agent.model.errors import RequestRefused
from agent.model.request import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinja2.parser import Parser

    from agent.model.request import Message

# Private-use characters stand for the contents while the template is filled; contents never hold them.
MARK: Final = re.compile("\ue000([0-9]+)\ue001")
MARKS: Final = str.maketrans("", "", "\ue000\ue001")


class _Generation(Extension):
    """Reads over ``{% generation %}``, which some templates mark replies with for training."""

    tags = {"generation"}  # noqa: RUF012 - the base class's form

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """What is inside, as it is."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def _json(value: object, indent: int | None = None, **_more: object) -> str:
    """JSON as the models' makers have it: jinja's own would escape for HTML and sort."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _refuse(why: str) -> NoReturn:
    raise jinja2.TemplateError(why)


class ChatTemplate:
    """A template of a model file. ``bos``, ``eos``: its texts for the begin and the end."""

    def __init__(self, template: str, bos: str, eos: str) -> None:
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=[_Generation, loopcontrols], autoescape=False
        )
        environment.filters["tojson"] = _json
        environment.globals |= {"raise_exception": _refuse, "bos_token": bos, "eos_token": eos}
        try:
            self._template = environment.from_string(template)
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
            filled = self._template.render(
                messages=marked, tools=offered or None, add_generation_prompt=True, **options
            )
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
