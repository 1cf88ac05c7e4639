/* The one database of the browser: "drafts" (what is being typed) and "outbox" (what is to be sent). Needs no page:
   the service worker uses it too. */

const NAME = "shuangliu";
const VERSION = 2; // 1 had drafts only

let opening = null;

// One connection for the whole page: a page that is going away has no time to open another.
function open() {
  opening ??= new Promise((done, fail) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      const database = request.result;
      if (oldVersion < 1) database.createObjectStore("drafts", { keyPath: "key" });
      const outbox = database.createObjectStore("outbox", { keyPath: "n", autoIncrement: true });
      outbox.createIndex("uuid", "uuid", { unique: true });
    };
    request.onsuccess = () => {
      // A page of a later version wants to change the database: let it, and open anew when asked again.
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      done(request.result);
    };
    request.onerror = () => fail(request.error);
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** The result of one request. */
export const result = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

/** Do `act(stores)` in one transaction; its value is given back when all of it is on the disk. */
export async function inStores(names, mode, act) {
  const transaction = (await open()).transaction(names, mode);
  const stores = Object.fromEntries([].concat(names).map((name) => [name, transaction.objectStore(name)]));
  const written = new Promise((done, fail) => {
    transaction.oncomplete = done;
    transaction.onabort = () => fail(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
  const [value] = await Promise.all([act(stores), written]);
  return value;
}
