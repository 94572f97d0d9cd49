// Magnolia takes a form only with the token that the session has at that moment, and gives it another every ten to twenty minutes:
// before a form is sent, the present one is asked for. Without this script a form that was open for long is refused, and sent again.
addEventListener("submit", async event => {
  const form = event.target;
  const token = form.querySelector("input[name=csrf]");
  if (!token || form.dataset.ready) {
    return;
  }
  event.preventDefault();
  try {
    const page = await (await fetch(form.getAttribute("action"))).text();
    token.value = new DOMParser().parseFromString(page, "text/html").querySelector("meta[name=csrf]")?.content ?? token.value;
  } catch {
    // The form says itself what is wrong.
  }
  form.dataset.ready = "yes";
  form.requestSubmit(event.submitter);
});

// What is wrong is where the reader begins.
document.querySelector("section.wrong[tabindex]")?.focus();

// What takes long says that it is being done, and how much of it is.
addEventListener("submit", event => {
  const waiting = event.target.querySelector("[data-waiting]");
  if (waiting && !event.defaultPrevented) {
    waiting.textContent = waiting.dataset.waiting;
    if (waiting.dataset.counting) {
      count(waiting, event.target.getAttribute("action").replace(/html$/, "json"));
    }
  }
});

async function count(waiting, address) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.setAttribute("aria-hidden", "true");
  for (let tenth = -1; ; await new Promise(next => setTimeout(next, 500))) {
    const answer = await fetch(address).catch(() => null);
    const {done, all} = answer?.ok ? await answer.json() : {};
    if (!all) {
      continue;
    }
    if (!bar.isConnected) {
      waiting.replaceChildren(words, " ", bar);
    }
    bar.max = all;
    bar.value = done;
    // A screen reader says what is written there: ten times, and not each time that it is asked for.
    const now = Math.floor(10 * done / all);
    if (now !== tenth) {
      tenth = now;
      words.textContent = waiting.dataset.counting.replace("{0}", number.format(done)).replace("{1}", number.format(all));
    }
  }
}

// A page that was gone back to.
addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach(form => delete form.dataset.ready);
  document.querySelectorAll("[data-waiting]").forEach(waiting => waiting.textContent = "");
});
