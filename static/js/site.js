/* Loaded by every page. Pages with more to do add a module of their own from js/pages/. */

import confirm from "./behaviours/confirm.js";
import countdown from "./behaviours/countdown.js";
import counts from "./behaviours/counts.js";
import draft, { forgetStored } from "./behaviours/draft.js";
import find from "./behaviours/find.js";
import idnumber from "./behaviours/idnumber.js";
import keep from "./behaviours/keep.js";
import menu from "./behaviours/menu.js";
import once from "./behaviours/once.js";
import photos from "./behaviours/photos.js";
import pick from "./behaviours/pick.js";
import presence from "./behaviours/presence.js";
import print from "./behaviours/print.js";
import refresh from "./behaviours/refresh.js";
import ringing from "./behaviours/ringing.js";
import shortcuts, { help } from "./behaviours/shortcuts.js";
import signout from "./behaviours/signout.js";
import texts from "./behaviours/texts.js";
import theme from "./behaviours/theme.js";
import unsent from "./behaviours/unsent.js";
import veil from "./behaviours/veil.js";
import watch from "./behaviours/watch.js";
import { dropCopies } from "./field/copies.js";
import { tellSaid } from "./said.js";
import { wake } from "./wake.js";

const registry = {
  confirm, countdown, counts, draft, find, help, idnumber, keep, menu, once, photos, pick, presence, print, refresh,
  ringing, shortcuts, signout, texts, theme, unsent, veil, watch,
};

// First of all: a draft that the server has stored must not come back.
forgetStored().finally(() => wake(registry));

// What a behaviour has put on the page anew.
document.addEventListener("renewed", ({ target }) => wake(registry, target));

tellSaid();

// Somebody else works here now. Where nobody is signed in, whoever's session ended may go on without a network.
if (document.body.dataset.user) dropCopies(document.body.dataset.user).catch(() => {});

document.querySelector(".message--error[role=alert]")?.focus({ preventScroll: false });
