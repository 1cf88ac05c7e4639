/* Sends the outbox: one after the other, from one page at a time. Needs no page: the service worker uses it too.

   Nothing counts as sent but the server's receipt for that very uuid: an answer of the Wi-Fi's sign-in page, a proxy
   or a server that is being restarted is no receipt, and sending again does no harm. */

import { change, nextWaiting, stored } from "./outbox.js";

const LOCK = "outbox";
const TOKEN = "/patrol/outbox/token/";
const PATIENCE = 60_000; // milliseconds, and as long again as the bytes take at
const SLOWEST = 4; // bytes a millisecond: a line at the edge of the network

/** Sending has come to a halt: "signin", or "later" (no network, or the server is not there). */
class Halt extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** Can this browser keep two pages from sending the same? Without it forms are sent in the ordinary way. */
export const canSend = () => "locks" in navigator;

/** Send all that waits. Gives "done", "busy" (another page is at it), "signin" or "later". */
export async function drain() {
  if (!(await nextWaiting())) return "done";
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return "busy";
    try {
      return await sendAll();
    } catch (error) {
      if (error instanceof Halt) return error.why;
      throw error;
    }
  });
}

async function sendAll() {
  let session = await askForToken();
  let last = 0, isFreshToken = true, outcome = "done";
  for (let entry; (entry = await nextWaiting(session.user, last));) {
    await change(entry.uuid, { state: "sending", tries: entry.tries + 1 });
    const answer = await post(entry, session.token).catch(async (error) => {
      await change(entry.uuid, { state: "waiting" });
      throw error;
    });
    if (answer.status === 403 && !isFreshToken) {
      // Somebody has signed in meanwhile: the token is another one.
      session = await askForToken();
      isFreshToken = true;
      continue;
    }
    isFreshToken = false;
    if (!(await settle(entry, answer))) outcome = "later";
    last = entry.n;
  }
  return outcome;
}

/** Write down what the server said. False when this entry has to be sent again later, though others may go on. */
async function settle(entry, { status, said }) {
  if ((status === 200 || status === 201) && said?.uuid === entry.uuid) {
    await stored(entry.uuid, said);
    return true;
  }
  const problem = problemOf(status, said);
  await change(entry.uuid, problem ? { state: "refused", problem } : { state: "waiting" });
  if (status === 401) throw new Halt("signin");
  // 500: the server stumbled over this one. Anything else that is no answer of ours: nobody is there.
  if (!problem && status !== 500) throw new Halt("later");
  return Boolean(problem);
}

/** Why the server will not take it, however often it is sent; null when that is not known. */
function problemOf(status, said) {
  if (said?.errors) return { status, errors: said.errors, refusedFiles: said.refused_files ?? {} };
  if (said?.detail && [409, 413].includes(status)) return { status, detail: said.detail };
  return [403, 404, 405, 410, 413].includes(status) ? { status } : null;
}

async function askForToken() {
  const { status, said } = await ask(TOKEN, { headers: { "X-Background": "1" } }, PATIENCE);
  if (status === 401) throw new Halt("signin");
  if (status !== 200 || !said?.token) throw new Halt("later");
  return { user: String(said.user), token: said.token };
}

function post(entry, token) {
  const body = new FormData();
  let bytes = 0;
  for (const [name, value] of entry.values) body.append(name, value);
  for (const [name, file] of entry.files) {
    body.append(name, file, file.name);
    bytes += file.size;
  }
  // These are all the photos there shall be, whatever an attempt before has left on the server.
  for (const name of entry.fileFields) body.append(`${name}-all`, "1");
  return ask(entry.url, { method: "POST", body, headers: { "X-CSRFToken": token } }, PATIENCE + bytes / SLOWEST);
}

/** {status, said}; a redirect leads to the sign-in and is as good as 401. Throws Halt when nobody answers. */
async function ask(url, options, patience) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const answer = await fetch(url, {
      ...options, headers: { Accept: "application/json", ...options.headers }, redirect: "manual", cache: "no-store",
      credentials: "same-origin", signal: giveUp.signal,
    });
    const isRedirect = answer.type === "opaqueredirect";
    const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: isRedirect ? 401 : answer.status, said: isOurs ? await answer.json() : null };
  } catch {
    throw new Halt("later");
  } finally {
    clearTimeout(timer);
  }
}
