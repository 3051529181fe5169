"""A loaded model: evaluates prompts from where an earlier one agrees, and writes replies token by token."""

from __future__ import annotations

import codecs
import ctypes
import os
import time
from typing import TYPE_CHECKING, Final

from agent.model.errors import ModelRefused, RequestRefused
from agent.model.library import lib
from agent.model.prefix import Slots
from agent.model.request import Reply, Text
from agent.model.sampling import Sampler, Scale
from agent.model.wire import Load, Ready

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.model.prefix import Slot
    from agent.model.request import Finish, Request
    from agent.model.template import ChatTemplate

BATCH: Final = (
    256  # tokens evaluated at once: its buffers are small, and larger ones gain little on two cores
)
PIECE_BYTES: Final = 256  # of one token's text; the longest known have 128
FIELD_BYTES: Final = 1 << 16  # of one text in a model file's head; templates take up to 20 KiB
FAMILY_KEY: Final = "hearth.family"
CONTEXT: Final = 2048  # the built-in model's, which knows the functions
CONTEXT_TOLD: Final = 4608  # of others: being told the functions takes 2,400 of it, and 3,300 of Llama
ABORTED: Final = 2  # of llama_decode
ERROR: Final = 4  # ggml's level of log lines
GO, HALT = b"0", b"1"


def _errors(level: int, text: bytes, _data: object) -> None:
    """Tell errors alone, on standard error."""
    if level == ERROR:
        os.write(2, text)


_ERRORS: Final = lib.llama_log_callback(_errors)  # as long as the library may call it


class Brake:
    """Stops an evaluation, from any thread.

    llama.cpp asks a callback between its steps. It is given C's atoi over one digit here, so that its
    threads need no interpreter.
    """

    def __init__(self) -> None:
        self._digit = ctypes.create_string_buffer(GO)
        self.callback = ctypes.cast(ctypes.CDLL(None).atoi, lib.ggml_abort_callback)
        self.data = ctypes.cast(self._digit, ctypes.c_void_p)

    @property
    def pulled(self) -> bool:
        """Whether to stop."""
        return self._digit.value == HALT

    def pull(self) -> None:
        """Stop."""
        self._digit.value = HALT

    def release(self) -> None:
        """Go on with the next."""
        self._digit.value = GO


class Engine:
    """One model and its memory.

    Raises:
        ModelRefused: llama.cpp does not load the file.
    """

    def __init__(self, load: Load, brake: Brake) -> None:
        began = time.monotonic()
        self._brake = brake
        lib.llama_log_set(_ERRORS, None)
        lib.llama_backend_init()
        wanted = lib.llama_model_default_params()
        wanted.n_gpu_layers = 0
        self._model = lib.llama_model_load_from_file(load.path.encode(), wanted)
        if not self._model:
            raise ModelRefused(load.path, "llama.cpp cannot read it")
        self._vocabulary = lib.llama_model_get_vocab(self._model)
        settings = lib.llama_context_default_params()
        self.template = self._field("tokenizer.chat_template")
        self._size = load.context or (CONTEXT_TOLD if self.template else CONTEXT)
        settings.n_ctx = self._size * load.sessions
        settings.n_seq_max = load.sessions
        settings.kv_unified = True  # sessions share the cells of a prefix that they have in common
        settings.n_batch = settings.n_ubatch = BATCH
        settings.n_threads = settings.n_threads_batch = load.threads
        settings.no_perf = True
        settings.abort_callback = brake.callback
        settings.abort_callback_data = brake.data
        self._context = lib.llama_init_from_model(self._model, settings)
        if not self._context:
            raise ModelRefused(load.path, "there is not enough memory for its context")
        self._memory = lib.llama_get_memory(self._context)
        self._batch = lib.llama_batch_init(BATCH, 0, 1)
        self._slots = Slots(load.sessions)
        self._chat = self._formatter() if self.template else None
        self._begin = self._begins()
        self.load_s = time.monotonic() - began

    def ready(self) -> Ready:
        """What is loaded."""
        return Ready(
            load_s=round(self.load_s, 4),
            name=self._field("general.name"),
            architecture=self._field("general.architecture"),
            family=self._field(FAMILY_KEY),
            parameters=int(lib.llama_model_n_params(self._model)),
            context=self._size,
            vocabulary=int(lib.llama_vocab_n_tokens(self._vocabulary)),
            template=self.template,
        )

    def tokens(self, request: Request) -> list[int]:
        """The prompt of a request as tokens."""
        parts = request.prompt
        if request.messages:
            if self._chat is None:
                raise RequestRefused("the model has no chat template")
            parts = self._chat.prompt(request.messages, request.tools, request.options)
        found = [token for part in parts for token in self.tokenize(part)]
        if self._begin is not None and found[:1] != [self._begin]:
            found.insert(0, self._begin)
        if not found:
            raise RequestRefused("the prompt is empty")
        if len(found) + request.max_tokens > self._size:
            raise RequestRefused(f"the prompt has {len(found)} tokens; {self._size} is all it can hold")
        return found

    def tokenize(self, part: Text) -> list[int]:
        """Tokens of a text; control tokens only in control text."""
        data = part.text.encode()
        room = (lib.llama_token * (len(data) + 8))()
        found = lib.llama_tokenize(
            self._vocabulary,
            data,
            len(data),
            room,
            len(room),
            False,
            part.control,
        )
        if found < 0:
            raise RequestRefused("its text cannot be told in tokens")
        return list(room[:found])

    def generate(self, request: Request, heard: Callable[[str], None]) -> Reply:
        """Reply to a request; ``heard`` takes every piece of text as it comes.

        Raises:
            RequestRefused: it does not fit, or its grammar is none.
        """
        began = time.monotonic()
        tokens = self.tokens(request)
        rival = self._rival(request.rival, len(tokens))
        scale = Scale(self._context, self._vocabulary) if rival else None
        with Sampler(self._vocabulary, request) as sampler:
            start = self._slots.start(request.session, tokens)
            reused = self._go_to(start.slot, start.donor, tokens[: start.common])
            whole = self._evaluate(start.slot, tokens[reused:])
            prompt_s = time.monotonic() - began
            stopped: tuple[str, int, Finish] = ("", 0, "deadline")
            first = scale.likelihood(rival[0]) if scale and whole else 0.0
            written = self._write(start.slot, request, sampler, heard, scale) if whole else stopped
        text, count, finish = written
        behind = None
        if scale is not None and finish == "end":
            behind = self._behind(start.slot, tokens, rival, first, scale)
        return Reply(
            text=text,
            finish=finish,
            prompt_tokens=len(tokens),
            reused_tokens=reused,
            generated_tokens=count,
            prompt_s=round(prompt_s, 6),
            total_s=round(time.monotonic() - began, 6),
            behind=behind,
        )

    def piece(self, token: int) -> bytes:
        """The text of a token."""
        room = ctypes.create_string_buffer(PIECE_BYTES)
        length = lib.llama_token_to_piece(self._vocabulary, token, room, PIECE_BYTES, 0, False)
        return room.raw[:length] if length > 0 else b""

    def _rival(self, text: str, before: int) -> list[int]:
        """A rival's tokens; none where there is none, or it does not fit behind the prompt."""
        found = self.tokenize(Text(text)) if text else []
        return found if len(found) < min(BATCH, self._size - before) else []

    def _behind(
        self, slot: Slot, prompt: Sequence[int], rival: Sequence[int], first: float, scale: Scale
    ) -> float | None:
        """How far a rival is behind what was written, in nats; ``first``: of its first token."""
        own = scale.total
        self._go_to(slot, None, prompt)
        if len(slot.tokens) < len(prompt) or not self._evaluate(slot, rival, every=True):
            return None
        others = (scale.likelihood(token, place) for place, token in enumerate((*rival[1:], scale.last)))
        return round(own - first - sum(others), 4)

    def _write(
        self,
        slot: Slot,
        request: Request,
        sampler: Sampler,
        heard: Callable[[str], None],
        scale: Scale | None = None,
    ) -> tuple[str, int, Finish]:
        decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        written: list[str] = []
        for count in range(request.max_tokens):
            token = sampler.next(self._context)
            if scale is not None:
                scale.take(token)
            if lib.llama_vocab_is_eog(self._vocabulary, token):
                return "".join(written), count, "end"
            text = decoder.decode(self.piece(token))
            if text:
                written.append(text)
                heard(text)
            if self._brake.pulled or not self._evaluate(slot, [token]):
                return "".join(written), count + 1, "deadline"
        return "".join(written), request.max_tokens, "length"

    def _go_to(self, slot: Slot, donor: Slot | None, wanted: Sequence[int]) -> int:
        """Bring a slot to hold ``wanted``; how many tokens of it could be kept."""
        keep = len(wanted)
        if donor is not None:
            lib.llama_memory_seq_rm(self._memory, slot.number, -1, -1)
            lib.llama_memory_seq_cp(self._memory, donor.number, slot.number, 0, keep)
        if not lib.llama_memory_seq_rm(self._memory, slot.number, keep, -1):
            # Recurrent layers cannot go back: begin anew.
            lib.llama_memory_seq_rm(self._memory, slot.number, -1, -1)
            keep = 0
        slot.tokens = list(wanted[:keep])
        return keep

    def _evaluate(self, slot: Slot, tokens: Sequence[int], *, every: bool = False) -> bool:
        """Take tokens in; False where the brake was pulled before the end.

        ``every``: what may follow is weighed after each of them, not after the last alone.
        """
        for first in range(0, len(tokens), BATCH):
            part = tokens[first : first + BATCH]
            batch, position = self._batch, len(slot.tokens)
            batch.n_tokens = len(part)
            for index, token in enumerate(part):
                batch.token[index] = token
                batch.pos[index] = position + index
                batch.n_seq_id[index] = 1
                batch.seq_id[index][0] = slot.number
                batch.logits[index] = every or first + index == len(tokens) - 1
            code = 0 if not self._brake.pulled else ABORTED
            code = code or lib.llama_decode(self._context, batch)
            if code:
                lib.llama_memory_seq_rm(self._memory, slot.number, position, -1)
                if code == ABORTED:
                    return False
                slot.tokens.clear()
                lib.llama_memory_seq_rm(self._memory, slot.number, -1, -1)
                raise RequestRefused("the model's memory is full" if code == 1 else "evaluation failed")
            slot.tokens.extend(part)
        return True

    def _field(self, key: str) -> str:
        room = ctypes.create_string_buffer(FIELD_BYTES)
        length = lib.llama_model_meta_val_str(self._model, key.encode(), room, FIELD_BYTES)
        return room.value.decode("utf-8", "replace") if length >= 0 else ""

    def _formatter(self) -> ChatTemplate:
        from agent.model.template import ChatTemplate  # noqa: PLC0415 - brings jinja2, for some models alone

        return ChatTemplate(self.template, *self._ends())

    def _ends(self) -> tuple[str, str]:
        return tuple(  # type: ignore[return-value]  # two of them
            (lib.llama_vocab_get_text(self._vocabulary, token) or b"").decode() if token >= 0 else ""
            for token in (lib.llama_vocab_bos(self._vocabulary), lib.llama_vocab_eos(self._vocabulary))
        )

    def _begins(self) -> int | None:
        if not lib.llama_vocab_get_add_bos(self._vocabulary):
            return None
        return int(lib.llama_vocab_bos(self._vocabulary))
