"""The line between a phone and the product: cut, slow, flapping. A proxy of plain bytes, so that the browser and its
service worker meet the same network."""

import contextlib
import socket
import threading
import time

CHUNK = 16 * 1024


class Line:
    """`line.url` leads to the product. `cut()`, `mend()`, `slow(bytes a second)`, `cut_after(bytes sent)`."""

    def __init__(self, port: int):
        self.target = port
        self.pairs: set[tuple[socket.socket, socket.socket]] = set()
        self.lock = threading.Lock()
        self.mend()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        self._start(self._accept)

    def mend(self) -> None:
        self.is_cut, self.rate, self.left = False, None, None

    def cut(self) -> None:
        """Everything on its way is lost, nothing new gets through."""
        self.is_cut = True
        with self.lock:
            pairs = list(self.pairs)
        for pair in pairs:
            self._end(pair)

    def slow(self, rate: int) -> None:
        self.rate = rate

    def cut_after(self, size: int) -> None:
        """Cut when the phone has sent so many bytes more."""
        self.left = size

    def close(self) -> None:
        self.door.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                phone, _address = self.door.accept()
            except OSError:  # closed
                return
            if self.is_cut:
                phone.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self.target), 5)
            except OSError:  # the product is not there
                phone.close()
                continue
            server.settimeout(None)
            pair = (phone, server)
            with self.lock:
                self.pairs.add(pair)
            self._start(self._pump, pair, phone, server, True)
            self._start(self._pump, pair, server, phone, False)

    def _pump(self, pair, source, sink, is_up: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                if is_up and self.left is not None:
                    self.left -= len(data)
                    if self.left < 0:
                        self.cut()
                        break
                if self.rate:
                    time.sleep(len(data) / self.rate)
                if self.is_cut:
                    break
                sink.sendall(data)
        self._end(pair)

    def _end(self, pair) -> None:
        with self.lock:
            self.pairs.discard(pair)
        for end in pair:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    @staticmethod
    def _start(run, *arguments) -> None:
        threading.Thread(target=run, args=arguments, daemon=True).start()
