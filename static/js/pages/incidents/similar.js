// While a report is being typed: what may be the same matter nearby, shown under the description. Asked when the
// typing pauses and there is a point; the answer to an older question is dropped; without a network nothing is said.

const PAUSE = 600; // milliseconds

export function startSimilar(box, form) {
  const list = box.querySelector("[data-similar-list]");
  let timer = 0, asking = null, asked = "";

  const after = (pause) => { clearTimeout(timer); timer = setTimeout(ask, pause); };
  for (const event of ["input", "change", "draft-restored"]) form.addEventListener(event, () => after(PAUSE));
  after(PAUSE);

  async function ask() {
    const { longitude, latitude, category, description } = form.elements;
    const question = new URLSearchParams({
      longitude: longitude.value, latitude: latitude.value, category: category?.value ?? "",
      text: description.value.slice(0, 2000),
    });
    if (String(question) === asked || !navigator.onLine) return;
    asking?.abort();
    if (!longitude.value) {
      show("");
      asked = "";
      return;
    }
    asking = new AbortController();
    asked = String(question);
    try {
      const answer = await fetch(box.dataset.similar, {
        method: "POST", body: question, signal: asking.signal,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      if (answer.status === 429) {
        // Too often for the server: what is shown stays until it may be asked again.
        if (box.hidden) show(await answer.text());
        asked = "";
        after(1000 * answer.headers.get("Retry-After"));
      } else if (answer.ok && !answer.redirected) {
        show(await answer.text());
      }
    } catch (problem) {
      if (problem.name !== "AbortError") asked = ""; // no network; else a newer question is on its way
    }
  }

  function show(html) {
    list.innerHTML = html;
    box.hidden = !list.children.length;
  }
}
