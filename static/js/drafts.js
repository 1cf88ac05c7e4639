/* Drafts: one record per form, {key, savedAt, values: [[name, value]], files: [[name, File]]}. */

import { inStores, result } from "./store.js";

const ask = (mode, act) => inStores("drafts", mode, ({ drafts }) => result(act(drafts)));

export const read = (key) => ask("readonly", (store) => store.get(key));
export const write = (draft) => ask("readwrite", (store) => store.put(draft));
export const forget = (key) => ask("readwrite", (store) => store.delete(key));

/** The key of a draft on this device: people share phones, drafts are not shared. */
export const ownKey = (key) => `${document.body.dataset.user}:${key}`;
