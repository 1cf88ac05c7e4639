/* The outbox: what this phone keeps until the server's receipt is here. Needs no page: the service worker uses it too.

   An entry: {n, uuid, user, url, page, draft, title, kind, values, files, state, tries, problem, createdAt, storedAt,
   receipt}. `n` gives the order, `url` takes it, `page` is where it is corrected. `state` is "waiting", "sending" (on
   its way, or broken off there), "refused" (waits for its writer; `problem` says why) or "stored" (the receipt is
   here; texts and files are gone). */

import { inStores, result } from "../store.js";

const REMEMBERED = 30; // receipts

/** Other pages of this browser hear of a change. */
const channel = "BroadcastChannel" in self ? new BroadcastChannel("outbox") : null;
const listeners = new Set();

function tell() {
  channel?.postMessage("changed");
  for (const listener of listeners) listener();
}

/** Call `listener` when the outbox has changed, here or on another page. */
export function onChange(listener) {
  listeners.add(listener);
  channel?.addEventListener("message", listener);
}

const byUuid = (store, uuid) => result(store.index("uuid").get(uuid));

export const find = (uuid) => inStores("outbox", "readonly", ({ outbox }) => byUuid(outbox, uuid));

/** All entries of this user, the oldest first. */
export async function entriesOf(user) {
  const all = await inStores("outbox", "readonly", ({ outbox }) => result(outbox.getAll()));
  return all.filter((entry) => entry.user === user);
}

export const isUnsent = (entry) => entry.state !== "stored";

/** Keep an entry, in place of one with the same uuid, and forget the draft it was written in: both or neither. */
export async function keep(entry) {
  await inStores(["outbox", "drafts"], "readwrite", async ({ outbox, drafts }) => {
    const before = await byUuid(outbox, entry.uuid);
    const whole = { tries: 0, createdAt: Date.now(), ...entry, state: "waiting", problem: null };
    if (before) Object.assign(whole, { n: before.n, createdAt: before.createdAt });
    drafts.delete(`${entry.user}:${entry.draft}`);
    await result(outbox.put(whole));
  });
  tell();
}

/** Change an entry that is still there. */
export async function change(uuid, changes) {
  await inStores("outbox", "readwrite", async ({ outbox }) => {
    const entry = await byUuid(outbox, uuid);
    if (entry) await result(outbox.put({ ...entry, ...changes }));
  });
  tell();
}

/** The receipt is here: the texts and photos are the server's now. Old receipts go. */
export async function stored(uuid, receipt) {
  await inStores("outbox", "readwrite", async ({ outbox }) => {
    const entry = await byUuid(outbox, uuid);
    if (!entry) return;
    const slim = { ...entry, state: "stored", receipt, storedAt: Date.now(), problem: null, values: [], files: [] };
    await result(outbox.put(slim));
    const done = (await result(outbox.getAll())).filter((one) => one.state === "stored" && one.user === entry.user);
    for (const old of done.slice(0, -REMEMBERED)) outbox.delete(old.n);
  });
  tell();
}

export async function remove(uuid) {
  await inStores("outbox", "readwrite", async ({ outbox }) => {
    const entry = await byUuid(outbox, uuid);
    if (entry) await result(outbox.delete(entry.n));
  });
  tell();
}

const isWaiting = (entry) => ["waiting", "sending"].includes(entry.state);

/** The first entry of this user (of anybody, without one) after number `n` that waits to be sent. */
export const nextWaiting = (user = null, n = 0) => inStores("outbox", "readonly", ({ outbox }) =>
  new Promise((done, fail) => {
    const request = outbox.openCursor(IDBKeyRange.lowerBound(n, true));
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const entry = request.result?.value;
      if (!entry) done(undefined);
      else if (isWaiting(entry) && (user === null || entry.user === user)) done(entry);
      else request.result.continue();
    };
  }));
