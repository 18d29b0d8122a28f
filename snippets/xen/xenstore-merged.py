#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ varies: output
#@ output-contains: ^2000 writes, \d{1,3} events$
#@ output-contains: ^the value read at the end: 1999$
import os
import socket
import struct

READ, WATCH, WRITE, EVENT = 2, 4, 11, 15  # enum xsd_sockmsg_type
HEADER = struct.Struct("=IIII")


class Client:
    def __init__(self) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(os.environ["XENSTORED_RUNDIR"] + "/socket")

    def send(self, kind: int, payload: bytes) -> None:
        header = HEADER.pack(kind, 0, 0, len(payload))
        self.socket.sendall(header + payload)

    def receive(self) -> tuple[int, bytes]:
        header = self.socket.recv(HEADER.size, socket.MSG_WAITALL)
        kind, _, _, length = HEADER.unpack(header)
        return kind, self.socket.recv(length, socket.MSG_WAITALL)


watcher, writer = Client(), Client()
#@ section: merged
watcher.send(WATCH, b"/number\0token\0")
for number in range(2000):
    writer.send(WRITE, b"/number\0" + str(number).encode())
    writer.receive()  # done; the watcher sleeps meanwhile

watcher.send(READ, b"/number\0")
events = 0
while (message := watcher.receive())[0] != READ:
    events += message[0] == EVENT
print("2000 writes,", events, "events")
print("the value read at the end:", message[1].decode())
#@ end
