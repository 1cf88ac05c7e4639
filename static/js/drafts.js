/* Drafts in IndexedDB: one record per form, {key, savedAt, values: [[name, value]], files: [[name, File]]}. */

const NAME = "drafts";

// One connection for the whole page: a page that is going away has no time to open another.
let opening = null;

function open() {
  opening ??= new Promise((done, fail) => {
    const request = indexedDB.open("shuangliu", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME, { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  return opening;
}

async function ask(mode, act) {
  const database = await open();
  return new Promise((done, fail) => {
    const request = act(database.transaction(NAME, mode).objectStore(NAME));
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

export const read = (key) => ask("readonly", (store) => store.get(key));
export const write = (draft) => ask("readwrite", (store) => store.put(draft));
export const forget = (key) => ask("readwrite", (store) => store.delete(key));

/** The key of a draft on this device: people share phones, drafts are not shared. */
export const ownKey = (key) => `${document.body.dataset.user}:${key}`;
