"""What the journeys of the field app share: a phone on a line of its own, and what it and the product hold."""

import json
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.served import Served, until

from .line import Line
from .steps import choose_kind, fill

NEW, NOTE, OUTBOX, DAY = "/incidents/new/", "/patrol/notes/new/", "/patrol/outbox/", "/patrol/"

IS_READY = """async () => {
    const worker = await navigator.serviceWorker?.getRegistration();
    const name = (await caches.keys()).find((name) => name === "field-" + document.body.dataset.user);
    return Boolean(worker?.active && name && await (await caches.open(name)).match("/stamp"));
}"""

ENTRIES = """async () => {
    const done = (request) => new Promise((ok) => { request.onsuccess = () => ok(request.result); });
    if (!(await indexedDB.databases()).some(({name}) => name === "shuangliu")) return [];
    const database = await done(indexedDB.open("shuangliu"));
    const all = await done(database.transaction("outbox").objectStore("outbox").getAll());
    database.close();
    return Promise.all(all.map(async (entry) => ({
        uuid: entry.uuid, state: entry.state, tries: entry.tries, number: entry.receipt?.number, title: entry.title,
        photos: entry.files.length,
    })));
}"""

# What the product holds of a description: uuid and, of each photo, the digest of what is stored.
STORED = """
import json
from incidents.models import Incident
from shuangliu import attachments
rows = Incident.objects.filter(description__startswith={words!r}).order_by("id")
print(json.dumps([[str(row.uuid), row.description, [photo.sha256 for photo in attachments.of(row)]] for row in rows]))
"""


@dataclass
class Phone:
    """A worker's phone: `phone.page`, `phone.line`, `phone.product`."""

    page: Page
    line: Line
    product: Served

    def open(self, path: str) -> None:
        self.page.goto(path)

    def is_ready(self) -> None:
        """Wait until it could do without a network."""
        until(lambda: self.page.evaluate(IS_READY), what="the phone has its copies")

    def entries(self) -> list[dict]:
        return self.page.evaluate(ENTRIES)

    def states(self) -> list[str]:
        return [entry["state"] for entry in self.entries()]

    def fill_in(self, words: str, photos=(), said: str = "网格") -> None:
        """The form of a report, complete but for being sent; `said` is what the map says of the place."""
        choose_kind(self.page, "市容环境", "暴露垃圾")
        form = self.page.locator("form[data-draft=incident-new]")
        fill(form, description=words, place="棠湖西路12号")
        if photos:
            fill(form, photos=list(photos))
            expect(form.locator(".photos__tile")).to_have_count(len(photos))
        expect(self.page.locator("[data-place-said]")).to_contain_text(said)

    def send(self) -> None:
        self.page.get_by_role("button", name="提交上报").click()

    def report_offline(self, words: str, photos=(), said: str = "网格") -> None:
        """Write and send a report while there is no network; it stays on the phone."""
        self.open(NEW)
        self.fill_in(words, photos, said)
        self.send()
        expect(self.page.get_by_text("已保存在本机")).to_be_visible()

    def all_sent(self, patience: float = 60) -> None:
        until(lambda: set(self.states()) <= {"stored"}, patience, "everything has its receipt")

    def stored(self, words: str) -> list[list]:
        """Of the incidents whose description begins so: uuid, description, digests of the photos."""
        return json.loads(self.product.manage("shell", "--no-imports", "-c", STORED.format(words=words)))
