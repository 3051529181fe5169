"""Gives this machine's kernel a Bluetooth adapter whose other side is outside the machine.

    kernel - /dev/vhci - this - /dev/virtio-ports/hearth.radio - QEMU - bumble's controller on the host

Packets are HCI's, each with its type before it (H4). /dev/vhci takes and gives whole ones; the line streams.
Python's standard library only.
"""

import os
import selectors
import time

LINE, KERNEL = "/dev/virtio-ports/hearth.radio", "/dev/vhci"
CREATE = b"\xff\x00"  # first words to /dev/vhci: make an adapter
VENDOR = 0xFF  # its answer
LENGTHS = {
    1: (3, 1),
    2: (3, 2),
    3: (3, 1),
    4: (2, 1),
    5: (3, 2),
}  # packet type: where its length is, bytes of it
ISO, ISO_LENGTH = 5, 0x3FFF  # two more bits belong to something else
PACKET_BYTES = 4096


def packets(buffer: bytearray) -> list[bytes]:
    """Take the whole packets out of ``buffer``."""
    whole = []
    while buffer:
        at, size = LENGTHS[buffer[0]]
        head = at + size
        if len(buffer) < head:
            break
        length = int.from_bytes(buffer[at:head], "little")
        end = head + (length & ISO_LENGTH if buffer[0] == ISO else length)
        if len(buffer) < end:
            break
        whole.append(bytes(buffer[:end]))
        del buffer[:end]
    return whole


def main() -> None:
    line = os.open(LINE, os.O_RDWR)
    kernel = os.open(KERNEL, os.O_RDWR)
    os.write(kernel, CREATE)
    buffer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(line, selectors.EVENT_READ)
        selector.register(kernel, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fd == kernel:
                    packet = os.read(kernel, PACKET_BYTES)
                    if packet[0] != VENDOR:
                        os.write(line, packet)
                elif data := os.read(line, PACKET_BYTES):
                    buffer += data
                    for packet in packets(buffer):
                        os.write(kernel, packet)
                else:  # nobody is at the other end yet
                    time.sleep(0.1)


if __name__ == "__main__":
    main()
