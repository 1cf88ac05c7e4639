"""A bad day: 200 reports with photos written without a network, then a line that flaps and crawls, two tabs, and a
server that dies in the middle. Exactly 200 are stored, each with its own photos."""

import base64
import random

import pytest
from playwright.sync_api import expect

from tests.served import until

from .field import NEW, OUTBOX
from .stored import digests_of

REPORTS = 200
WORDS = "两百条上报"

# As fast as the page itself can: its form is filled in and sent, its photos are chosen, its outbox keeps them.
WRITE = """async ([count, words]) => {
    const form = document.querySelector("form[data-draft=incident-new]");
    const button = form.querySelector(".button--primary"), input = form.elements.photos;
    const canvas = Object.assign(document.createElement("canvas"), {width: 48, height: 32});
    const paint = async (n) => {
        const ink = canvas.getContext("2d");
        ink.fillStyle = `rgb(${n % 256}, ${(n * 7) % 256}, ${(n * 31) % 256})`;
        ink.fillRect(0, 0, 48, 32);
        ink.fillStyle = "white";
        ink.fillRect(n % 40, n % 24, 8, 8);
        const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
        return new File([blob], `${n}.jpg`, {type: "image/jpeg"});
    };
    const soon = () => new Promise((again) => setTimeout(again, 5));
    for (let n = 0; n < count; n++) {
        form.querySelector("[name=category][value='E01-01']").checked = true;
        form.elements.description.value = `${words} ${n}`;
        form.elements.place.value = "棠湖西路12号";
        const files = new DataTransfer();
        for (const photo of [n, n + 1000]) files.items.add(await paint(photo));
        input.files = files.files;
        input.dispatchEvent(new Event("change", {bubbles: true}));
        while (input.parentElement.querySelectorAll(".photos__tile").length !== 2) await soon();
        document.querySelector("[data-kept]")?.remove();
        form.requestSubmit(button);
        while (!document.querySelector("[data-kept]")) await soon();
        while (form.hasAttribute("aria-busy")) await soon();
    }
}"""

# What the phone keeps: of each entry its uuid, its text and the bytes of its photos.
KEPT = """async () => {
    const done = (request) => new Promise((ok) => { request.onsuccess = () => ok(request.result); });
    const database = await done(indexedDB.open("shuangliu"));
    const all = await done(database.transaction("outbox").objectStore("outbox").getAll());
    database.close();
    const text = async (file) => btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())));
    return Promise.all(all.map(async ({uuid, title, files}) =>
        [uuid, title, await Promise.all(files.map(([, file]) => text(file)))]));
}"""


@pytest.mark.slow
@pytest.mark.last
def test_200_reports_are_200(phone):
    chance = random.Random(200)
    page, line, product = phone.page, phone.line, phone.product
    phone.is_ready()
    line.cut()
    page.context.set_offline(True)
    phone.open(NEW)
    page.evaluate(WRITE, [REPORTS, WORDS])
    kept = page.evaluate(KEPT)
    assert len(kept) == REPORTS
    expect(page.locator(".unsent:visible")).to_contain_text("200")

    page.context.set_offline(False)
    phone.open(OUTBOX)
    other = page.context.new_page()
    other.goto(OUTBOX)
    cuts = 0
    while unsent(phone) > REPORTS - 80:
        trouble(line, chance)
        until(lambda: push(page, other) or line.is_cut, 60, "the line is cut")
        cuts += 1
    assert cuts > 3
    line.mend()
    push(page, other)
    until(lambda: "sending" in phone.states(), what="one is on its way")
    product.process.kill()
    product.process.wait(60)
    until(lambda: not product.processes(), what="all of it is dead")
    line.mend()
    product.start()
    until(lambda: push(page, other) or set(phone.states()) == {"stored"}, 150, "everything has its receipt")

    stored = phone.stored(WORDS)
    assert len(stored) == REPORTS
    assert {uuid for uuid, _, _ in stored} == {uuid for uuid, _, _ in kept}
    photos = {uuid: [{"name": "x.jpg", "buffer": base64.b64decode(one)} for one in files] for uuid, _, files in kept}
    texts = {uuid: title for uuid, title, _ in kept}
    for uuid, description, digests in stored:
        assert description == texts[uuid]
        assert digests == digests_of(photos[uuid]), description
    # In order, but for what was on its way when the line broke.
    numbers = [int(description.split()[-1]) for _, description, _ in stored]
    assert numbers == sorted(numbers)


def unsent(phone) -> int:
    return sum(state != "stored" for state in phone.states())


def trouble(line, chance) -> None:
    """Mend the line, slow it down now and then, and cut it somewhere in the middle of a report."""
    line.mend()
    if chance.random() < 0.2:
        line.slow(40_000)
    line.cut_after(chance.randint(3_000, 25_000))


def push(*pages) -> None:
    for page in pages:
        page.evaluate("document.querySelector('[data-outbox-send]')?.click()")
