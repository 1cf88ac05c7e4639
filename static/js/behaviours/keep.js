/* <form data-behaviour="keep once draft" data-draft="incident-new" data-keep-kind="Report" data-keep-title="description"
   data-keep-time="written_at" data-keep-needs="category description place|longitude">: what is sent goes into the
   outbox of this phone first and from there to the server, with the time at which it was written; it is "sent" when
   the receipt is here. Named before the others: it is asked first.

   Where the browser can keep nothing, the form is sent in the ordinary way. */

import { gather, restoreFiles, restoreValues } from "../answers.js";
import { find, keep, remove } from "../field/outbox.js";
import { clear, missing, show } from "../field/problems.js";
import { canSend, drain } from "../field/sender.js";
import { message } from "../message.js";
import { sayNext } from "../said.js";
import { shrink } from "../shrink.js";
import { uuid4 } from "../uuid.js";
import { word } from "../words.js";

const WAIT = 10_000; // milliseconds that one looks at a form on its way
const LOOK = 200;

export default function keepForm(form) {
  const user = document.body.dataset.user;
  if (!canSend() || !user) return;
  const corrected = new URLSearchParams(location.search).get("entry");
  const isAnswer = form.querySelector(".field--error, .photos__tile--staged, .message--error");
  if (corrected) {
    form.dataset.entry = corrected;
    reopen(form, corrected, user);
  } else if (!isAnswer) {
    // A copy of the page has one number for all that is written on it.
    form.elements.uuid.value = uuid4();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) send(form, user, event.submitter);
  });
}

async function reopen(form, uuid, user) {
  const entry = await find(uuid).catch(() => null);
  if (entry?.user !== user || entry.state === "stored") {
    location.replace(form.dataset.outbox);
    return;
  }
  restoreValues(form, entry);
  restoreFiles(form, entry);
  form.dispatchEvent(new Event("draft-restored", { bubbles: true }));
  if (entry.problem) show(form, entry.problem);
}

async function send(form, user, button) {
  clear(form);
  form.querySelector("[data-kept]")?.remove();
  busy(form, button, true);
  try {
    await sendKept(form, user, button);
  } finally {
    busy(form, button, false);
  }
}

async function sendKept(form, user, button) {
  const lacks = missing(form, form.dataset.keepNeeds);
  if (lacks && !navigator.onLine) return stays(form, lacks);
  form.dataset.entry = form.elements.uuid.value; // from here on the outbox has it, no draft
  const entry = await entryOf(form, user, button);
  try {
    await keep(entry);
  } catch {
    return sendPlainly(form);
  }
  navigator.storage?.persist?.();
  navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("outbox")).catch(() => {});
  const { state, problem, receipt, outcome } = navigator.onLine ? await watch(entry.uuid) : {};
  if (state === "stored") {
    const said = receipt.goes_on_as ? "outbox_sent_joined" : receipt.is_new ? "outbox_sent" : "outbox_sent_before";
    sayNext("success", word(said, { number: receipt.number, into: receipt.goes_on_as }));
    location.assign(receipt.url);
  } else if (state === "refused") {
    for (const [name, positions] of Object.entries(problem.refusedFiles ?? {})) {
      form.elements[name].dispatchEvent(new CustomEvent("photos-drop", { detail: positions }));
    }
    show(form, problem);
  } else if (outcome === "signin") {
    sayNext("warning", word("outbox_signin"));
    location.assign(form.dataset.outbox);
  } else if (lacks) {
    await remove(entry.uuid);
    stays(form, lacks);
  } else {
    isKept(form);
  }
  return undefined;
}

async function entryOf(form, user, button) {
  // Corrected later, it was still written then.
  const time = form.elements[form.dataset.keepTime];
  if (!time.value) time.value = new Date().toISOString();
  const { values, files } = gather(form);
  if (button?.name) values.push([button.name, button.value]);
  return {
    uuid: form.elements.uuid.value, user, url: form.dataset.keepUrl, page: form.dataset.keepUrl, values,
    files: await Promise.all(files.map(async ([name, file]) => [name, await shrink(file)])),
    fileFields: [...form.querySelectorAll("input[type=file]")].map((input) => input.name),
    draft: form.dataset.draft, kind: form.dataset.keepKind, title: form.elements[form.dataset.keepTitle].value.slice(0, 80),
  };
}

/** Look on while it is sent: {state, problem, receipt}, or {outcome} where it got no answer in good time. */
async function watch(uuid) {
  let outcome = null;
  drain().then((result) => { outcome = result; }, () => { outcome = "later"; });
  for (const end = Date.now() + WAIT; Date.now() < end;) {
    const entry = await find(uuid);
    if (entry?.state === "stored" || entry?.state === "refused") return entry;
    if (outcome === "signin" || outcome === "later") return { outcome };
    await new Promise((again) => { setTimeout(again, LOOK); });
  }
  return { outcome: "slow" };
}

/** It is the outbox's now: say so, and clear the form for the next one. */
function isKept(form) {
  delete form.dataset.entry;
  form.reset();
  form.elements.uuid.value = uuid4();
  form.elements[form.dataset.keepTime].value = "";
  for (const group of form.querySelectorAll("details[open]")) group.open = false;
  for (const event of ["change", "kept"]) form.dispatchEvent(new Event(event, { bubbles: true }));
  const link = document.createElement("a");
  link.className = "button button--small";
  link.href = form.dataset.outbox;
  link.textContent = word("outbox_open");
  const note = message("info", word("outbox_kept"), link);
  note.dataset.kept = "";
  form.prepend(note);
  note.scrollIntoView({ block: "center" });
}

/** Without a network and not complete: nobody would be there to say so later. */
function stays(form, lacks) {
  delete form.dataset.entry;
  form.elements[form.dataset.keepTime].value = "";
  form.dispatchEvent(new Event("change", { bubbles: true })); // a draft again
  show(form, lacks);
  const note = message("warning", word("offline_kept"));
  note.dataset.problem = "";
  (form.querySelector(".action-bar") ?? form).prepend(note);
}

/** The phone's storage is full, or the browser keeps nothing: straight to the server, as without script. */
function sendPlainly(form) {
  const note = message("warning", word(navigator.onLine ? "outbox_full_sending" : "outbox_full"));
  note.dataset.problem = "";
  form.prepend(note);
  if (navigator.onLine) HTMLFormElement.prototype.submit.call(form);
}

/** Nothing is typed into a form on its way, and no second click sends it. */
function busy(form, button, is) {
  form.inert = is;
  for (const [element, name] of [[form, "aria-busy"], [button, "aria-busy"], [button, "aria-disabled"]]) {
    if (is) element?.setAttribute(name, "true");
    else element?.removeAttribute(name);
  }
  const label = [...(button?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!label) return;
  if (is) button.dataset.label = label.data;
  label.data = is ? word("sending") : button.dataset.label;
}
