"""Real servers on loopback: a chat's bot, and a mail server, both as unfriendly as they are told to be."""

import json
import socketserver
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOPBACK = "127.0.0.1"


@dataclass
class Bot:
    """Answers with `answers`, the last one for ever: (HTTP status, body). `heard` is what it was sent."""

    answers: list[tuple[int, str]] = field(default_factory=lambda: [(200, '{"errcode": 0, "errmsg": "ok"}')])
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0  # how long it thinks
    heard: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self) -> tuple[int, str]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def bot():
    behaviour, lock = Bot(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                behaviour.heard.append(content)
                behaviour.paths.append(self.path)
                status, body = behaviour.answer()
            time.sleep(behaviour.seconds)
            self.send_response(status)
            for name, value in behaviour.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    with _serving(ThreadingHTTPServer((LOOPBACK, 0), Handler)) as port:
        behaviour.url = f"http://{LOOPBACK}:{port}/robot/send?key=geheim"
        yield behaviour


@dataclass
class Post:
    """Takes mails for whoever is not in `refused` (address -> reply)."""

    refused: dict[str, str] = field(default_factory=dict)
    mails: list[bytes] = field(default_factory=list)
    connections: int = 0
    port: int = 0


@contextmanager
def post():
    """As much of SMTP (RFC 5321) as a client needs to get rid of a mail."""
    behaviour = Post()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            behaviour.connections += 1
            self.say("220 post.test")
            while line := self.rfile.readline().decode().strip():
                verb = line.split(":")[0].split()[0].upper()
                if verb == "DATA":
                    self.say("354 go on")
                    behaviour.mails.append(self.mail())
                    self.say("250 taken")
                elif verb == "RCPT":
                    address = line.partition("<")[2].rstrip(">")
                    self.say(behaviour.refused.get(address, "250 known"))
                elif verb == "QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 post.test")

        def mail(self) -> bytes:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line)
            return b"".join(lines)

        def say(self, line: str):
            self.wfile.write(f"{line}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with _serving(Server((LOOPBACK, 0), Handler)) as port:
        behaviour.port = port
        yield behaviour


@contextmanager
def _serving(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
