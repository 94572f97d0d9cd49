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

// What takes long says that it is being done.
addEventListener("submit", event => {
  const waiting = event.target.querySelector("[data-waiting]");
  if (waiting) {
    waiting.textContent = waiting.dataset.waiting;
  }
});

// A page that was gone back to.
addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach(form => delete form.dataset.ready);
  document.querySelectorAll("[data-waiting]").forEach(waiting => waiting.textContent = "");
});
