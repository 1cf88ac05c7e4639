// The walk: a position when it is asked for, the sign by the camera, and what this phone keeps said at its point.

import { entriesOf, onChange } from "../../field/outbox.js";
import { keepCopy } from "../../field/copies.js";
import { scanner } from "../../scan.js";
import { word } from "../../words.js";

const LOCATING = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 };
const TONES = { waiting: "wait", sending: "work", refused: "alert", stored: "done" };
const SIGN = /^\/patrol\/here\/[^/]+\/$/;

const forms = [...document.querySelectorAll("form[data-check-in]")];
forms.forEach(checkIn);
if (forms.length) {
  onChange(mark);
  mark();
}
sign(document.querySelector("form[data-sign]"));
finding(document.querySelector("form[data-finding]"));
scanner(document.querySelector("[data-scan]"), SIGN).then((works) => {
  const hint = document.querySelector("[data-scan-hint]");
  if (works && hint) hint.hidden = true;
});
// What was published since the last copies were made has to open without a network too.
if (document.querySelector("[data-shift]") && document.body.dataset.copy === undefined) {
  keepCopy(document.body.dataset.user, location.pathname).catch(() => {});
}

/** The button asks for the position, and only then; the form goes with it. */
function checkIn(form) {
  const button = form.querySelector("[data-locate]");
  const said = form.querySelector("[data-said]");
  let isLocated = false;
  choose(form);
  button.addEventListener("click", async (event) => {
    if (isLocated) return;
    event.preventDefault();
    name(form);
    if (await locate(form, said)) {
      isLocated = true;
      button.click();
      isLocated = false;
    }
  });
  form.querySelector("[value=hand]").addEventListener("click", () => {
    forget(form);
    name(form);
  });
  form.addEventListener("kept", () => forget(form));
}

/** A copy of the page does not know at which point it was opened. */
function choose(form) {
  const asked = new URLSearchParams(location.search).get("point");
  const { point } = form.elements;
  if (asked && point?.options && !point.value) point.value = asked;
}

/** What the outbox calls it. */
function name(form) {
  const { point, about } = form.elements;
  if (point.options) about.value = point.selectedOptions[0]?.textContent ?? "";
}

async function locate(form, said) {
  say(said, form.dataset.locating);
  form.toggleAttribute("data-busy", true);
  const coords = await new Promise((done) => {
    if (!navigator.geolocation) done(null);
    else navigator.geolocation.getCurrentPosition((found) => done(found.coords), () => done(null), LOCATING);
  });
  form.toggleAttribute("data-busy", false);
  say(said, coords ? form.dataset.located ?? "" : form.dataset.unknown);
  if (!coords) return false;
  form.elements.longitude.value = coords.longitude.toFixed(6);
  form.elements.latitude.value = coords.latitude.toFixed(6);
  return true;
}

function forget(form) {
  form.elements.longitude.value = form.elements.latitude.value = "";
}

function say(place, text) {
  place.textContent = text;
  place.hidden = !text;
}

/** The page that was kept has no sign on it: the address says which. */
function sign(form) {
  if (!form || form.elements.token.value) return;
  if (!SIGN.test(location.pathname)) return;
  form.elements.token.value = decodeURIComponent(location.pathname.split("/")[3]);
  document.querySelector("[data-scanned]").hidden = false;
  document.querySelector("[data-unscanned]").hidden = true;
  form.addEventListener("kept", () => { form.querySelector("button").hidden = true; }); // one scan, one check-in
}

function finding(form) {
  if (!form) return;
  const here = form.querySelector("[data-here]");
  const said = form.querySelector("[data-said]");
  choose(form);
  here.hidden = false;
  here.addEventListener("click", () => locate(form, said));
  form.addEventListener("kept", () => {
    forget(form);
    say(said, "");
  });
}

/** What was told without a network waits in the outbox, or has arrived since the page was made: nobody need tell it again. */
async function mark() {
  const entries = (await entriesOf(document.body.dataset.user).catch(() => [])).filter(({ draft }) => draft === "check-in");
  for (const form of forms) {
    const place = form.closest(".step")?.querySelector(".step__what");
    if (!place) continue;
    place.querySelector("[data-told]")?.remove();
    const entry = entries.findLast(({ title }) => title === form.elements.about.value);
    if (!entry) continue;
    const badge = document.createElement("span");
    badge.className = `badge badge--${TONES[entry.state]}`;
    badge.dataset.told = "";
    badge.textContent = word(`outbox_${entry.state}`);
    place.append(badge);
  }
}
