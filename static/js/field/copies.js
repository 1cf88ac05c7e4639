/* Copies of pages and outlines for the time without a network, of one user at a time: Cache "field-<user>". */

const PREFIX = "field-";
const FRESH = 20 * 60_000; // milliseconds for which no new copies are fetched
/** The server then spends nothing that is shown once (shuangliu/pages/requests.py). */
export const AS_COPY = { headers: { "X-Offline-Copy": "1", "X-Background": "1" }, credentials: "same-origin", cache: "no-store" };

export const isCopies = (name) => name.startsWith(PREFIX);
const canKeep = () => "caches" in self;

/** Drop the copies of everybody but this user; of all without one. */
export async function dropCopies(except = null) {
  if (!canKeep()) return;
  const names = (await caches.keys()).filter((name) => isCopies(name) && name !== PREFIX + except);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Fetch copies of these addresses for the user, unless that was done a moment ago. */
export async function keepCopies(user, addresses) {
  if (!canKeep() || !addresses.length) return;
  const cache = await caches.open(PREFIX + user);
  const stamp = await cache.match("/stamp");
  if (stamp && Date.now() - Number(await stamp.text()) < FRESH) return;
  for (const address of addresses) {
    const answer = await fetch(address, AS_COPY);
    if (!answer.ok || answer.redirected) return; // the session has ended: what is kept stays
    await cache.put(address, answer);
  }
  await cache.put("/stamp", new Response(String(Date.now())));
}

/** A fresh copy of this one address now. */
export async function keepCopy(user, address) {
  if (!canKeep()) return;
  const answer = await fetch(address, AS_COPY);
  if (answer.ok && !answer.redirected) await (await caches.open(PREFIX + user)).put(address, answer);
}

/** The copy of this address, whatever its query; undefined without one. */
export async function copyOf(address, options = {}) {
  for (const name of (await caches.keys()).filter(isCopies)) {
    const copy = await (await caches.open(name)).match(address, { ignoreVary: true, ...options });
    if (copy) return copy;
  }
  return undefined;
}
