// What the server knows about what is being typed, beside the form. Asked when the typing pauses; the answer to an older
// question is dropped; without a network nothing is said.

const PAUSE = 500; // milliseconds

/** Keep `box` filled with the answer of `url` to the fields of these `names`. */
export function startPanel(form, box, url, names) {
  let timer = 0, asking = null, asked = String(question());

  const later = ({ target }) => {
    if (target !== form && !names.includes(target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  for (const event of ["input", "change", "draft-restored"]) form.addEventListener(event, later);

  function question() {
    return new URLSearchParams(names.map((name) => [name, (form.elements[name]?.value ?? "").slice(0, 2000)]));
  }

  async function ask() {
    const now = question();
    if (String(now) === asked || !navigator.onLine) return;
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(url, {
        method: "POST", body: now, signal: asking.signal,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      if (!answer.ok || answer.redirected) return;
      box.innerHTML = await answer.text();
      asked = String(now);
      box.dispatchEvent(new Event("answered"));
    } catch {
      // No network, or a newer question.
    }
  }
}
