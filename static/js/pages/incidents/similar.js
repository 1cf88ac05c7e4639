// While a report is being typed: what may be the same matter nearby, shown under the description. Asked when the
// typing pauses and there is a point; the answer to an older question is dropped; without a network nothing is said.

const PAUSE = 600; // milliseconds

export function startSimilar(box, form) {
  const list = box.querySelector("[data-similar-list]");
  let timer = 0, asking = null, asked = "";

  const later = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
  for (const event of ["input", "change", "draft-restored"]) form.addEventListener(event, later);
  later();

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
    try {
      const answer = await fetch(box.dataset.similar, {
        method: "POST", body: question, signal: asking.signal,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      if (!answer.ok || answer.redirected) return;
      show(await answer.text());
      asked = String(question);
    } catch {
      // No network, or a newer question.
    }
  }

  function show(html) {
    list.innerHTML = html;
    box.hidden = !list.querySelector("li");
  }
}
