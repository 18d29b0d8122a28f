#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ output:
#| WRITE 1 b'OK\x00'
#| READ 2 b'1'
#| ERROR 3 b'ENOENT\x00'
#| WATCH 4 b'OK\x00'
#| WATCH_EVENT 0 b'/device\x00token\x00'
#| WATCH_EVENT 0 b'/device/state\x00token\x00'
#| WRITE 5 b'OK\x00'
import os
import socket
import struct

READ, WATCH, WRITE = 2, 4, 11  # enum xsd_sockmsg_type
NAMES = {2: "READ", 4: "WATCH", 11: "WRITE"}
NAMES |= {15: "WATCH_EVENT", 16: "ERROR"}
HEADER = struct.Struct("=IIII")  # type, req_id, tx_id, len

store = socket.socket(socket.AF_UNIX)
store.connect(os.environ["XENSTORED_RUNDIR"] + "/socket")


def send(kind: int, number: int, payload: bytes) -> None:
    store.sendall(HEADER.pack(kind, number, 0, len(payload)) + payload)


def receive() -> tuple[int, int, bytes]:
    header = store.recv(HEADER.size, socket.MSG_WAITALL)
    kind, number, _, length = HEADER.unpack(header)
    return kind, number, store.recv(length, socket.MSG_WAITALL)


send(WRITE, 1, b"/device/state\0" b"1")
send(READ, 2, b"/device/state\0")
send(READ, 3, b"/device/statue\0")
send(WATCH, 4, b"/device\0token\0")
send(WRITE, 5, b"/device/state\0" b"2")
for _ in range(7):
    kind, number, payload = receive()
    print(NAMES[kind], number, payload)
