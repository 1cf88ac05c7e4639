/* Loaded by every page for the public: little, for old phones. */

import once from "./behaviours/once.js";
import photos from "./behaviours/photos.js";
import draft, { forgetStored } from "./behaviours/draft.js";
import print from "./behaviours/print.js";
import prove from "./portal/prove.js";
import copy from "./portal/copy.js";
import { wake } from "./wake.js";

forgetStored().finally(() => wake({ copy, draft, once, photos, print, prove }));

document.querySelector(".message--error[role=alert]")?.focus({ preventScroll: false });
