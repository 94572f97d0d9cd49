// Comfort in forms: tabs, entries without loading a page, filters, a warning before something is lost. Whatever fails
// here leaves the form as the server made it, and the server decides in any case.

/** The form's words in the editor's language: data-* of a template element; "#" stands for what is spoken of. */
const words = document.querySelector("template.form-words")?.dataset ?? {};
const word = (key, about = "") => (words[key] ?? "").replace("#", () => about);

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

/** One thing that goes wrong does not take the rest with it. */
const attempt = (what) => {
  try {
    return what();
  } catch (problem) {
    console.error(problem);
    return undefined;
  }
};

const all = (root, selector) => [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];

const status = element("div", { role: "status", class: "unseen" });
const say = (text) => {
  // The same text twice is news twice.
  status.replaceChildren(element("p", {}, text));
};

/** Puts the focus on a field, a group of fields or an entry; what cannot have it gets it for once. */
const focusOn = (target) => {
  const control = target.matches("input, select, textarea, button, [contenteditable]")
    ? target
    : target.querySelector(
        "input:not([type=hidden], [hidden]), select:not([hidden]), textarea:not([hidden]), [contenteditable=true]",
      );
  if (control === null) {
    target.setAttribute("tabindex", "-1");
  }
  (control ?? target).focus();
};

// ---- Tabs

/** Makes tabs of the sections; gives a function that opens the one in which an element is. */
const makeTabs = (fields) => {
  const contents = fields.parentElement.querySelector("nav.contents");
  const list = element("div", { role: "tablist", class: "tabs", "aria-label": contents.getAttribute("aria-label") });
  const sections = [...fields.querySelectorAll(":scope > section")];
  const tabs = sections.map((section) => {
    const link = [...contents.querySelectorAll("a")].find((a) => a.hash === `#${section.id}`);
    const tab = element(
      "button",
      { type: "button", role: "tab", id: `${section.id}.tab`, "aria-controls": section.id },
      link.textContent,
    );
    const wrong = link.parentElement.querySelector(".wrong");
    if (wrong !== null) {
      tab.append(" ", wrong.cloneNode(true));
    }
    return tab;
  });
  const open = (chosen, remember = true) => {
    sections.forEach((section, i) => {
      const here = section === chosen;
      section.hidden = !here;
      tabs[i].setAttribute("aria-selected", String(here));
      tabs[i].tabIndex = here ? 0 : -1;
    });
    if (remember) {
      history.replaceState(history.state, "", `#${chosen.id}`);
    }
  };
  const openFor = (target) => {
    const section = target?.closest("section");
    if (section && sections.includes(section) && section.hidden) {
      open(section, target === section);
    }
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => open(sections[i]));
    tab.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: tabs.length - 1 };
      if (event.key in steps && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        const next = (steps[event.key] + tabs.length) % tabs.length;
        open(sections[next]);
        tabs[next].focus();
      }
    });
  });
  list.append(...tabs);
  sections.forEach((section, i) => {
    section.setAttribute("role", "tabpanel");
    section.setAttribute("aria-labelledby", tabs[i].id);
  });
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("section");
  const isWrong = (section) => tabs[sections.indexOf(section)].querySelector(".wrong") !== null;
  const wrong = sections.find(isWrong);
  const known = sections.includes(asked) ? asked : undefined;
  open(wrong && !(known && isWrong(known)) ? wrong : (known ?? sections[0]), false);
  contents.replaceWith(list);
  fields.classList.add("tabbed");
  return openFor;
};

// ---- A choice between forms

const makeSwitch = (choice) => {
  const forms = [...choice.querySelectorAll(":scope > .form")];
  const selector = choice.querySelector(":scope > .field");
  const show = () => {
    const chosen = selector.querySelector("input:checked, option:checked")?.dataset.form;
    for (const form of forms) {
      form.hidden = form.dataset.form !== chosen;
    }
    choice.classList.add("live");
  };
  selector.addEventListener("change", show);
  show();
};

// ---- A filter for long lists

const WORTH_A_FILTER = 10;

const folded = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** How the name of a file that a browser shows as a picture ends, in the text of a choice. */
const PICTURE = /\.(png|jpe?g|gif|webp)( · |$)/i;

/** Puts a combobox before a select, which goes on to hold what is chosen. */
const makeFilter = (select) => {
  const { files } = select.dataset;
  if ((files === undefined && select.options.length < WORTH_A_FILTER) || select.disabled) {
    return;
  }
  const id = select.id;
  const list = element("ul", { role: "listbox", id: `${id}.list`, "aria-label": word("choices"), hidden: "" });
  const input = element("input", {
    type: "text",
    id,
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  });
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (select.hasAttribute(name)) {
      input.setAttribute(name, select.getAttribute(name));
    }
  }
  const options = [...select.options];
  let shown = [];
  let active = -1;

  const chosenText = () => select.selectedOptions[0]?.text ?? "";
  const mark = (at) => {
    active = at;
    [...list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const choose = (option) => {
    const changed = !option.selected;
    option.selected = true;
    input.value = option.value === "" ? "" : option.text;
    close();
    if (changed) {
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  const matching = (text) => {
    const parts = folded(text).split(/\s+/);
    return options.filter((option) => parts.every((part) => folded(option.text).includes(part)));
  };
  const open = (text) => {
    shown = matching(text);
    list.replaceChildren(
      ...shown.map((option, i) => {
        const line = element("li", { role: "option", id: `${id}.option.${i}`, "aria-selected": "false" }, option.text);
        if (files !== undefined && PICTURE.test(option.text)) {
          line.prepend(element("img", { src: `${files}${option.value}/`, alt: "", loading: "lazy" }));
        }
        // Before the focus goes, which would close the list.
        line.addEventListener("mousedown", (event) => event.preventDefault());
        line.addEventListener("click", () => choose(option));
        return line;
      }),
    );
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    mark(-1);
    say(shown.length === 0 ? word("noMatch") : word("matches", shown.length));
  };
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("click", () => list.hidden && open(""));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        open("");
      }
      if (shown.length > 0) {
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark(active < 0 ? (step > 0 ? 0 : shown.length - 1) : (active + step + shown.length) % shown.length);
      }
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      if (active >= 0 || shown.length === 1) {
        choose(shown[Math.max(active, 0)]);
      }
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      input.value = select.value === "" ? "" : chosenText();
      close();
    }
  });
  input.addEventListener("blur", () => {
    const typed = folded(input.value.trim());
    const found = matching(typed);
    const exact = typed === "" ? options.find((o) => o.value === "") : found.find((o) => folded(o.text) === typed);
    // Who has typed enough to leave one goes on to the next field.
    const meant = exact ?? (found.length === 1 ? found[0] : undefined);
    if (meant) {
      choose(meant);
    } else {
      input.value = select.value === "" ? "" : chosenText();
      close();
    }
  });
  input.value = select.value === "" ? "" : chosenText();
  input.placeholder = word("filter");
  select.id = `${id}.chosen`;
  select.hidden = true;
  select.before(element("div", { class: "filter" }, input, list));
};

// ---- Formatted texts

let richText;
/** The editor comes only where there is something to edit with it. */
const makeRich = (areas) => {
  if (areas.length === 0) {
    return Promise.resolve();
  }
  richText ??= import("./rich-text.js");
  return richText.then(
    (module) => areas.forEach((area) => attempt(() => module.enhance(area, words))),
    (problem) => console.error(problem),
  );
};

// ---- The asset that is chosen

/** Shows the picture of another choice; whether that is one, loading it tells. */
const showChosen = (select) => {
  const stored = select.closest(".field").querySelector(".chosen-file");
  const other = element("div", { class: "chosen-file", hidden: "" });
  const picture = element("img", { alt: "" });
  other.append(picture);
  (stored ?? select).after(other);
  picture.addEventListener("load", () => (other.hidden = false));
  select.addEventListener("change", () => {
    const isStored = select.value === (stored?.dataset.key ?? "");
    other.hidden = true;
    // What was still on its way would show itself when it comes.
    picture.removeAttribute("src");
    stored?.toggleAttribute("hidden", !isStored);
    if (!isStored && select.value !== "") {
      picture.src = `${select.dataset.files}${select.value}/`;
    }
  });
};

// ---- What an entry is called, and its fold

/** More than so many are folded when the form is opened. */
const FEW = 3;

const foldOf = (entry) => entry.querySelector(":scope > legend > .fold");
const setFolded = (entry, folded) => {
  entry.classList.toggle("folded", folded);
  foldOf(entry)?.setAttribute("aria-expanded", String(!folded));
};

/** Opens all that is folded around something. */
const unfold = (target) => {
  for (let entry = target.closest(".folded"); entry !== null; entry = entry.parentElement.closest(".folded")) {
    setFolded(entry, false);
  }
};

/** Makes the legend of an entry a button that folds it, and lets it follow what is typed. */
const makeEntry = (entry) => {
  const legend = entry.querySelector(":scope > legend");
  const fold = element("button", { type: "button", class: "fold", "aria-expanded": "true" }, ...legend.childNodes);
  const [label] = fold.textContent.trim().split(":");
  legend.replaceChildren(fold);
  fold.addEventListener("click", () => setFolded(entry, !entry.classList.contains("folded")));
  const names = (legend.dataset.title ?? "").split(" ");
  const text = (control) =>
    control instanceof HTMLSelectElement
      ? control.value && (control.selectedOptions[0]?.text ?? "")
      : (control?.value?.trim() ?? "");
  entry.addEventListener("change", () => {
    const title = names.map((name) => text(legend.form?.elements.namedItem(name))).find((found) => found);
    fold.textContent = title ? `${label}: ${title}` : label;
  });
};

/** Everything in a part of a form; when it is ready. */
const enhance = (root) => {
  all(root, "fieldset.entry").forEach((entry) => attempt(() => makeEntry(entry)));
  all(root, "fieldset.switch").forEach((choice) => attempt(() => makeSwitch(choice)));
  all(root, "select[data-files]").forEach((select) => attempt(() => showChosen(select)));
  all(root, "select[data-filter]").forEach((select) => attempt(() => makeFilter(select)));
  return makeRich(all(root, "textarea[data-rich]"));
};

// ---- Entries

const entriesOf = (repeat) => [...repeat.querySelectorAll(":scope > fieldset.entry")];
const labelOf = (entry) => entry?.querySelector(":scope > legend")?.textContent.trim() ?? "";

/** What an entry is called whatever its place; nothing where nobody has named it. */
const nameOf = (entry) => labelOf(entry).split(": ").slice(1).join(": ") || entry;

/** What the server makes of the form when a button of an entry is pressed; null if that is no such form. */
const ask = async (form, button) => {
  const data = new FormData(form, button);
  const reply = await fetch(form.action.split("#")[0], {
    method: "POST",
    body: form.enctype === "multipart/form-data" ? data : new URLSearchParams([...data]),
    credentials: "same-origin",
    redirect: "error",
  });
  if (!reply.ok || !(reply.headers.get("Content-Type") ?? "").startsWith("text/html")) {
    return null;
  }
  return new DOMParser().parseFromString(await reply.text(), "text/html");
};

const changeEntries = async (form, button) => {
  const old = button.closest("fieldset.repeat");
  const entry = button.closest("fieldset.entry");
  const at = entriesOf(old).indexOf(entry);
  const name = labelOf(entry);
  const [action] = button.value.split(":");
  const found = (await ask(form, button))?.getElementById(old.id);
  if (!found?.matches("fieldset.repeat")) {
    return false;
  }
  const repeat = document.importNode(found, true);
  old.querySelectorAll(".rich > .text").forEach((text) => text.dispatchEvent(new Event("leave")));
  const folded = entriesOf(old).filter((one) => one.matches(".folded"));
  const names = new Set(folded.map(nameOf));
  old.replaceWith(repeat);
  await enhance(repeat);
  const entries = entriesOf(repeat);
  entries.filter((one) => names.has(nameOf(one))).forEach((one) => setFolded(one, true));
  const to = { up: at - 1, down: at + 1 }[action] ?? at;
  if (action === "add") {
    focusOn(entries.at(-1) ?? repeat);
    say(word("added", labelOf(entries.at(-1))));
  } else if (action === "remove") {
    const next = entries[Math.min(to, entries.length - 1)];
    focusOn(next ?? repeat.querySelector(":scope > .buttons button") ?? repeat);
    say(word("removed", name));
  } else {
    const buttons = [...entries[to].querySelectorAll(":scope > .buttons button")];
    (buttons.find((one) => one.value.startsWith(`${action}:`)) ?? buttons[0])?.focus();
    say(word("moved", `${name} → ${labelOf(entries[to])}`));
  }
  return true;
};

// ---- The address that the title gives

/** As NodeNames.from, but for what only the server knows: which names are taken. */
const addressOf = (title) => {
  const letters = { ß: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe", ø: "o", Ø: "o", ł: "l", Ł: "l", đ: "d", Đ: "d" };
  const name = title
    .replace(/[ßæÆœŒøØłŁđĐ]/g, (letter) => letters[letter])
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’](?=s\b)/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (name.length <= 100) {
    return name;
  }
  const cut = name.lastIndexOf("-", 100);
  return name.slice(0, cut > 0 ? cut : 100);
};

/** Shows it in the empty field: what is sent stays empty, so that the server makes the address. */
const suggestAddress = (form) => {
  const address = form.elements.namedItem("jcrName");
  const title = form.elements.namedItem(form.dataset.describedBy || "title");
  if (!(address instanceof HTMLInputElement) || !(title instanceof HTMLInputElement) || address.value !== "") {
    return;
  }
  const example = address.placeholder;
  const show = () => {
    address.placeholder = addressOf(title.value) || example;
  };
  title.addEventListener("input", show);
  show();
};

// ---- The whole form

/** When the browser has gone to the place that the address names, which takes the focus from wherever it is. */
const loaded = () =>
  new Promise((resolve) => {
    if (document.readyState === "complete") {
      resolve();
    } else {
      window.addEventListener("load", () => setTimeout(resolve), { once: true });
    }
  });

const start = async (form, fields) => {
  document.querySelector("main").append(status);
  const openFor = fields.matches("[data-tabs]") ? attempt(() => makeTabs(fields)) : undefined;

  const goTo = (hash) => {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target === null || !form.contains(target)) {
      return false;
    }
    openFor?.(target);
    unfold(target);
    const hidden = target.closest(".form[hidden]");
    if (hidden) {
      hidden.hidden = false;
    }
    focusOn(target);
    target.scrollIntoView({ block: "nearest" });
    return true;
  };
  form.addEventListener("click", (event) => {
    const link = event.target.closest?.(".errors a[href^='#']");
    if (link && goTo(link.hash)) {
      event.preventDefault();
    }
  });
  window.addEventListener("hashchange", () =>
    openFor?.(document.getElementById(decodeURIComponent(location.hash.slice(1)))),
  );

  const done = enhance(form);
  attempt(() => suggestAddress(form));
  const errors = form.querySelector("#errors");
  await done;
  all(form, "fieldset.repeat")
    .map(entriesOf)
    .filter((entries) => entries.length > FEW)
    .flat()
    .filter((entry) => entry.querySelector(".invalid, .differs") === null)
    .forEach((entry) => setFolded(entry, true));
  if (errors !== null) {
    await loaded();
    errors.focus();
  } else if (form.matches("[data-new]") && location.hash === "") {
    focusOn(fields);
  }

  const typed = () => JSON.stringify([...new FormData(form)].map(([key, value]) => [key, String(value)]));
  // A form that came back holds what nobody has saved, from the first.
  const saved = errors || form.matches("[data-unsaved]") ? null : typed();
  let leaving = false;
  let asIs = false;
  let busy = false;
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && typed() !== saved) {
      event.preventDefault();
    }
  });
  // Back from the next page by the browser's own memory, the form is what it was.
  window.addEventListener("pageshow", () => {
    leaving = false;
  });

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!asIs && button?.name === "_do" && /^(add|remove|up|down):/.test(button.value)) {
      event.preventDefault();
      if (busy) {
        return;
      }
      busy = true;
      form.setAttribute("aria-busy", "true");
      changeEntries(form, button)
        .catch((problem) => {
          console.error(problem);
          return false;
        })
        .then((changed) => {
          busy = false;
          form.removeAttribute("aria-busy");
          if (!changed && button.isConnected) {
            asIs = true;
            form.requestSubmit(button);
          }
        });
      return;
    }
    leaving = true;
    if (openFor && location.hash) {
      // The page that follows opens the same tab.
      form.action = form.action.split("#")[0] + location.hash;
    }
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "s") {
      event.preventDefault();
      (form.querySelector("[name=_do][value=go-on]") ?? form.querySelector("[name=_do][value=save]"))?.click();
    }
  });
  form.classList.add("ready");
};

for (const fields of document.querySelectorAll("form > .fields")) {
  start(fields.closest("form"), fields).catch((problem) => console.error(problem));
}
