"""Where the broker is and how to be let in: the ``[mqtt]`` table of the configuration."""

from __future__ import annotations

import ssl
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from dsp.types import HearthError


class SourceLost(HearthError):
    """The connection that frames come over is gone, or was refused; the text says why, plainly."""


class MqttInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One more topic that frames come in on."""

    topic: Annotated[
        str,
        Meta(
            pattern=r"^[^+#]+/\+(/[^+#]+)?$", description="Topic filter; `+` stands where the device id is."
        ),
    ]
    format: Annotated[Literal["hearth", "polar-recorder"], Meta(description="How its payloads are decoded.")]


class MqttSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The broker."""

    host: Annotated[str, Meta(min_length=1, max_length=253, description="Its name or address.")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65_535, description="Its port; 8883 is usual with TLS.")] = 1883
    version: Annotated[
        Literal["auto", "5", "3.1.1"],
        Meta(description="MQTT version; auto asks for 5 and makes do with 3.1.1."),
    ] = "auto"
    client_id: Annotated[
        str,
        Meta(
            pattern="^[A-Za-z0-9_-]{1,40}$",
            description="Name at the broker; two gateways need different ones.",
        ),
    ] = "hearth"
    username: Annotated[str, Meta(description="User name; empty: none.")] = ""
    password: Annotated[str, Meta(description="Password.")] = ""
    ca_file: Annotated[str, Meta(description="Certificate authority of the broker; switches TLS on.")] = ""
    cert_file: Annotated[str, Meta(description="Our own certificate, where the broker wants one.")] = ""
    key_file: Annotated[str, Meta(description="The key to it.")] = ""
    tls: Annotated[bool, Meta(description="TLS with the system's certificate authorities.")] = False
    root: Annotated[
        str, Meta(pattern=r"^[A-Za-z0-9_./-]{1,64}$", description="What every topic of Hearth begins with.")
    ] = "hearth/v1"
    inputs: Annotated[
        tuple[MqttInput, ...], Meta(max_length=16, description="Further topics that frames come in on.")
    ] = ()

    @property
    def sources(self) -> tuple[MqttInput, ...]:
        """Every topic filter that frames come in on."""
        return (MqttInput(topic=f"{self.root}/+/ecg", format="hearth"), *self.inputs)

    @property
    def address(self) -> str:
        """Host and port, as messages name them."""
        return f"{self.host}:{self.port}"


def tls_context(settings: MqttSettings) -> ssl.SSLContext | None:
    """TLS as configured; None without.

    Raises:
        SourceLost: a certificate or key file cannot be used.
    """
    if not (settings.tls or settings.ca_file or settings.cert_file):
        return None
    name = settings.ca_file
    try:
        context = ssl.create_default_context(cafile=name or None)
        if settings.cert_file:
            name = settings.cert_file
            context.load_cert_chain(name, settings.key_file or None)
    except (OSError, ssl.SSLError) as error:
        name = getattr(error, "filename", None) or name
        raise SourceLost(f"TLS: {name} cannot be used: {error.strerror or error}") from error
    return context
