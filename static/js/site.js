/* Loaded by every page. Pages with more to do add a module of their own from js/pages/. */

import confirm from "./behaviours/confirm.js";
import countdown from "./behaviours/countdown.js";
import draft, { forgetStored } from "./behaviours/draft.js";
import menu from "./behaviours/menu.js";
import once from "./behaviours/once.js";
import photos from "./behaviours/photos.js";
import print from "./behaviours/print.js";
import texts from "./behaviours/texts.js";
import theme from "./behaviours/theme.js";
import { wake } from "./wake.js";

const registry = { confirm, countdown, draft, menu, once, photos, print, texts, theme };

// First of all: a draft that the server has stored must not come back.
forgetStored().finally(() => wake(registry));

document.querySelector(".message--error[role=alert]")?.focus({ preventScroll: false });
