/* The service worker. Served as /sw.js behind a line that sets self.shell (patrol/views/shell.py).

   Pages come from the server. Without a network those of the field come from their copy and say so; for all others
   there is a page that tells where to go on. Nothing else is ever served from a copy. */

import { AS_COPY, copyOf, isCopies } from "./copies.js";
import { drain } from "./sender.js";

const { version, static: files, offline } = self.shell;
const STATIC = `static-${version}`;
const SOON = 4000; // milliseconds that a page waits for a bad network where there is a copy
const HERE = "/patrol/here/"; // whatever sign was scanned, one page tells of it without a network
const OUTLINES = "/grids/outlines/";
const IS_HASHED = /-[A-Z0-9]{8}\.js$|\.[0-9a-f]{12}\.\w+$/;
const paths = new Set(files.map((file) => new URL(file, self.location).pathname));

self.addEventListener("install", (event) => {
  // Past this worker: what a page sends while it closes (behaviours/presence.js) is lost on the way through it.
  event.addRoutes?.([{ condition: { or: [{ requestMethod: "DELETE" }, { requestMethod: "POST" }] }, source: "network" }]);
  event.waitUntil(install());
});
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(drainOrFail());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || request.headers.has("X-Offline-Copy")) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (url.pathname === OUTLINES) event.respondWith(outlines(request));
  else if (paths.has(url.pathname)) event.respondWith(asset(request, url));
});

async function install() {
  const cache = await caches.open(STATIC);
  await cache.addAll([...files, offline].map((file) => new Request(file, { cache: "reload" })));
  await self.skipWaiting();
}

/** The copies of pages name the files of their time: the old files go when the pages have been fetched anew. */
async function activate() {
  const names = await caches.keys();
  const isRenewed = await Promise.all(names.filter(isCopies).map(renew));
  if (isRenewed.every(Boolean)) {
    await Promise.all(names.filter((name) => name.startsWith("static-") && name !== STATIC).map((name) => caches.delete(name)));
  }
  await self.clients.claim();
}

async function renew(name) {
  const cache = await caches.open(name);
  const pages = (await cache.keys()).filter(({ url }) => !url.endsWith("/stamp"));
  const answers = await Promise.all(pages.map(({ url }) => fetch(url, AS_COPY).catch(() => null)));
  if (!answers.every((answer) => answer?.ok && !answer.redirected)) return false;
  await Promise.all(answers.map((answer, index) => cache.put(pages[index].url, answer)));
  return true;
}

// The browser tries again by itself while this fails.
async function drainOrFail() {
  const outcome = await drain();
  if (outcome === "later") throw new Error(outcome);
}

async function page(request, url) {
  const copy = await copyOf(url.pathname.startsWith(HERE) ? HERE : url.pathname);
  try {
    const answer = await (copy ? soon(fetch(request)) : fetch(request));
    // The server is not there behind its front door.
    if (![502, 503, 504].includes(answer.status)) return answer;
  } catch {
    // no network
  }
  return copy ? asCopy(copy) : (await caches.match(offline, { ignoreVary: true })) ?? Response.error();
}

/** The copy, with a mark on its body so that the page can say how old it is. */
async function asCopy(copy) {
  const headers = new Headers(copy.headers);
  for (const name of ["Content-Length", "Content-Encoding"]) headers.delete(name);
  const text = await copy.text();
  return new Response(text.replace("<body ", `<body data-copy="${headers.get("Date") ?? ""}" `), { headers });
}

/** Outlines around a point that has no copy of its own: those of the community, which are kept first. */
async function outlines(request) {
  try {
    return await soon(fetch(request));
  } catch {
    return (await copyOf(request.url)) ?? (await copyOf(request.url, { ignoreSearch: true })) ?? Response.error();
  }
}

async function asset(request, url) {
  const cache = await caches.open(STATIC);
  const kept = (await cache.match(request, { ignoreVary: true })) ?? (await caches.match(request, { ignoreVary: true }));
  if (kept && IS_HASHED.test(url.pathname)) return kept;
  try {
    return await (kept ? soon(fetch(request)) : fetch(request));
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

function soon(answer) {
  return Promise.race([answer, new Promise((_, fail) => { setTimeout(fail, SOON, new Error("too slow")); })]);
}
