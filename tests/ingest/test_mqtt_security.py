"""TLS, passwords and certificates, against a real mosquitto."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from ingest.mqtt import SourceLost, client
from tests.ingest.receiver import until
from tests.ingest.taker import VERSIONS, Taker, Version, publish, run, settings_for
from tests.mosquitto import Mosquitto, make_certificates

if TYPE_CHECKING:
    from pathlib import Path


# paho leaves a socket whose TLS handshake failed to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@VERSIONS
def test_tls_with_passwords(tmp_path: Path, version: Version) -> None:
    async def body() -> None:
        ours, others = make_certificates(tmp_path / "ours"), make_certificates(tmp_path / "others")
        async with Mosquitto(tmp_path / "broker", tls=ours, passwords={"hearth": "s3cret"}) as broker:
            good = settings_for(broker, version, ca_file=str(ours.ca), username="hearth", password="s3cret")  # noqa: S106 - a test's own
            async with Taker(good) as taker:
                await publish(good, "hearth/v1/w1/ecg", b"x")
                await until(lambda: len(taker.found) == 1)
            bad = [
                ({"password": "wrong"}, "does not know this user name and password"),
                ({"username": "", "password": ""}, "does not know this user name and password"),
                ({"ca_file": str(others.ca)}, "CERTIFICATE_VERIFY_FAILED"),
                ({"ca_file": str(tmp_path / "none.pem")}, "TLS: .*none.pem cannot be used: No such file"),
                ({"ca_file": ""}, "is lost or cannot be reached"),
            ]
            for change, said in bad:
                with pytest.raises(SourceLost, match=said):
                    async with client(msgspec.structs.replace(good, **change), client_id="x"):
                        pass

    run(body())


def test_client_certificates(tmp_path: Path) -> None:
    async def body() -> None:
        ours = make_certificates(tmp_path / "ours", "w1")
        acl = "user w1\ntopic readwrite hearth/v1/w1/#\n"
        async with Mosquitto(tmp_path / "broker", tls=ours, client_certificates=True, acl=acl) as broker:
            named = settings_for(
                broker, ca_file=str(ours.ca), cert_file=str(ours.client), key_file=str(ours.client_key)
            )
            async with client(named, client_id="reader") as reader:
                await reader.subscribe("hearth/v1/#", qos=1)
                await publish(named, "hearth/v1/w2/ecg", b"not ours")
                await publish(named, "hearth/v1/w1/ecg", b"ours")
                message = await anext(aiter(reader.messages))
                assert message.payload == b"ours"
            with pytest.raises(SourceLost, match=r"cannot be reached|refused or ended"):
                async with client(msgspec.structs.replace(named, cert_file="", key_file=""), client_id="x"):
                    pass
            with pytest.raises(SourceLost, match=r"TLS: .*cannot be used"):
                async with client(msgspec.structs.replace(named, key_file=str(ours.ca)), client_id="x"):
                    pass

    run(body())
