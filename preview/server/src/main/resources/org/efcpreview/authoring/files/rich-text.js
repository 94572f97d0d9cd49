// An editor of formatted text before a textarea, which stays what is sent. It knows exactly what pages print (the
// module's RichText): what it would have to drop stays in the textarea, for the editor to see.

import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { DOMParser as Reader, DOMSerializer, Schema } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

/** The attributes of an element, without those that it does not have. */
const given = (names, values) =>
  Object.fromEntries(names.filter((name) => values[name] !== null).map((name) => [name, values[name]]));
const readAll = (names) => (dom) => Object.fromEntries(names.map((name) => [name, dom.getAttribute(name)]));
const optional = (names) => Object.fromEntries(names.map((name) => [name, { default: null }]));

const OF_LINKS = ["href", "lang", "hreflang", "target", "rel", "title"];

/** Addresses that pages let through, and Magnolia's own notation for its nodes. */
const isAddress = (href) => /^(https?:|mailto:|\$\{link:\{)/i.test(href) || !/^[a-z][a-z0-9+.-]*:/i.test(href);

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      content: "inline*",
      group: "block",
      attrs: optional(["lang"]),
      parseDOM: [{ tag: "p", getAttrs: readAll(["lang"]) }],
      toDOM: (node) => ["p", given(["lang"], node.attrs), 0],
    },
    heading: {
      content: "inline*",
      group: "block",
      defining: true,
      attrs: { level: { default: 3 } },
      // The first two and the last two come by pasting.
      parseDOM: [
        ...["h1", "h2", "h3"].map((tag) => ({ tag, attrs: { level: 3 } })),
        ...["h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 4 } })),
      ],
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    blockquote: {
      content: "block+",
      group: "block",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    bullet_list: {
      content: "list_item+",
      group: "block",
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    ordered_list: {
      content: "list_item+",
      group: "block",
      attrs: optional(["start"]),
      parseDOM: [{ tag: "ol", getAttrs: readAll(["start"]) }],
      toDOM: (node) => ["ol", given(["start"], node.attrs), 0],
    },
    list_item: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    text: { group: "inline" },
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
  },
  marks: {
    link: {
      attrs: optional(OF_LINKS),
      inclusive: false,
      parseDOM: [
        {
          tag: "a",
          getAttrs: (dom) => isAddress(dom.getAttribute("href") ?? "") && readAll(OF_LINKS)(dom),
        },
      ],
      toDOM: (mark) => ["a", given(OF_LINKS, mark.attrs), 0],
    },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    sub: { excludes: "sub sup", parseDOM: [{ tag: "sub" }], toDOM: () => ["sub", 0] },
    sup: { excludes: "sub sup", parseDOM: [{ tag: "sup" }], toDOM: () => ["sup", 0] },
  },
});

const { nodes, marks } = schema;

// ---- HTML

/** In a body from the start: what comes before would be no part of it, such as a comment. */
const parsed = (html) => new DOMParser().parseFromString(`<body>${html}`, "text/html").body;

const INLINE = new Set(["A", "B", "BR", "EM", "I", "STRONG", "SUB", "SUP"]);
const SAME = { B: "STRONG", I: "EM" };
const SPACE = /[ \t\r\n\f]+/g;

const described = (element) =>
  (SAME[element.tagName] ?? element.tagName) +
  [...element.attributes].map((attribute) => ` ${attribute.name}=${JSON.stringify(attribute.value)}`).sort().join("");

/**
 * What HTML says, however it is written: two texts are the same if and only if these are. White space between blocks,
 * the order of nested marks, b for strong, and a paragraph that is or is not written within a list's entry are
 * differences of notation.
 */
export const meaning = (html) => {
  const said = [];
  let line = null;
  const endLine = () => {
    if (line === null) {
      return;
    }
    const runs = [];
    for (const [text, marked] of line) {
      let kept = text;
      const last = runs.at(-1);
      if (text !== "\n") {
        if (last === undefined || last[0].endsWith(" ") || last[0] === "\n") {
          kept = kept.replace(/^ /, "");
        }
      } else if (last !== undefined) {
        last[0] = last[0].replace(/ $/, "");
      }
      if (kept === "") {
        continue;
      }
      if (last !== undefined && last[0] !== "\n" && kept !== "\n" && last[1] === marked) {
        last[0] += kept;
      } else {
        runs.push([kept, marked]);
      }
    }
    if (runs.length > 0) {
      runs.at(-1)[0] = runs.at(-1)[0].replace(/ $/, "");
    }
    line = null;
    if (runs.some(([text]) => text !== "")) {
      said.push("<P>", JSON.stringify(runs.filter(([text]) => text !== "")), "</P>");
    }
  };
  const walk = (node, marked) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(SPACE, " ");
      (line ??= []).push([text, [...marked].sort().join()]);
    } else if (node.nodeType !== Node.ELEMENT_NODE) {
      endLine();
      said.push(`<!${node.data}>`);
    } else if (node.tagName === "BR") {
      // Marks of a line's end cannot be seen.
      (line ??= []).push(["\n", described(node)]);
    } else if (INLINE.has(node.tagName)) {
      const more = new Set(marked).add(described(node));
      node.childNodes.forEach((child) => walk(child, more));
    } else {
      endLine();
      const bare = node.tagName === "P" && node.attributes.length === 0;
      const before = said.length;
      if (!bare) {
        said.push(`<${described(node)}>`);
      }
      node.childNodes.forEach((child) => walk(child, marked));
      endLine();
      if (!bare) {
        said.push(`</${node.tagName}>`);
      } else if (said.length === before) {
        said.push("<P>", "</P>");
      }
    }
  };
  parsed(html).childNodes.forEach((node) => walk(node, new Set()));
  endLine();
  // One empty paragraph is an empty text.
  return said.join("").replace(/^<P><\/P>$/, "");
};

const read = (html) => Reader.fromSchema(schema).parse(parsed(html));

/** As it is stored: a block a line, entries of lists without a paragraph where one is enough. */
const write = (doc) => {
  if (doc.childCount === 1 && doc.firstChild.isTextblock && doc.firstChild.childCount === 0) {
    return "";
  }
  const holder = document.createElement("div");
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  for (const entry of holder.querySelectorAll("li")) {
    const [first, ...others] = entry.children;
    if (!first.hasAttribute("lang") && others.every((other) => other.matches("ul, ol"))) {
      first.replaceWith(...first.childNodes);
    }
  }
  return [...holder.children].map((block) => block.outerHTML).join("\n");
};

// ---- What is pasted

const BULLET = /^[·•●○◦▪■□–—*\uF0A7\uF0B7-]$/;
const NUMBER = /^\(?([0-9]{1,3}|[a-z]|[ivxlc]{1,6})[.)]$/i;
const styleOf = (element) => (element.getAttribute("style") ?? "").toLowerCase().replace(/\s*:\s*/g, ":");
const wordsOf = (element) => element.textContent.trim();

/** The bullet or number that a paragraph of Word's begins with; undefined if it is no item of a list. As the module's WordLists. */
const markOf = (node) => {
  if (!(node instanceof HTMLParagraphElement) || !node.className.startsWith("MsoList")) {
    return undefined;
  }
  const marked = [...node.querySelectorAll("[style]")].find((inner) => styleOf(inner).includes("mso-list:ignore"));
  if (marked) {
    return marked;
  }
  for (let first = node; first; ) {
    const [next] = [...first.childNodes].filter((child) => child.nodeType !== Node.COMMENT_NODE && child.textContent.trim());
    first = next instanceof Element ? next : undefined;
    if (first && (BULLET.test(wordsOf(first)) || NUMBER.test(wordsOf(first)))) {
      return first;
    }
  }
  return undefined;
};

/** Makes a list of a paragraph of Word's and of those after it. */
const makeList = (paragraph) => {
  const open = [];
  let next;
  for (let node = paragraph; node; node = next) {
    next = node.nextSibling;
    const mark = markOf(node);
    if (mark === undefined) {
      if (node instanceof Element || node.textContent.trim()) {
        return;
      }
      continue;
    }
    const number = NUMBER.exec(wordsOf(mark))?.[1];
    const kind = number === undefined ? "UL" : "OL";
    const level = Number(/mso-list:[^;]*\blevel([1-9])/.exec(styleOf(node))?.[1] ?? 1);
    const holds = (one) => one.level < level || (one.level === level && one.list.tagName === kind);
    while (open.length > 0 && !holds(open.at(-1))) {
      open.pop();
    }
    if (open.length === 0 || open.at(-1).level < level) {
      const list = document.createElement(kind);
      if (/^[0-9]+$/.test(number ?? "") && Number(number) > 1) {
        list.setAttribute("start", number);
      }
      if (open.length === 0) {
        node.before(list);
      } else {
        open.at(-1).list.lastElementChild.append(list);
      }
      open.push({ list, level });
    }
    mark.remove();
    const entry = document.createElement("li");
    entry.append(...node.childNodes);
    if (entry.firstChild instanceof Text) {
      entry.firstChild.data = entry.firstChild.data.trimStart();
    }
    open.at(-1).list.append(entry);
    node.remove();
  }
};

/**
 * What pages can show of HTML that is pasted: Word's bullets as lists, and a list of the rows of a table.
 *
 * @param left what is called for each kind of thing that was left out or changed
 */
export const pasted = (html, left) => {
  const body = parsed(html);
  for (const paragraph of body.querySelectorAll("p[class^=MsoList]")) {
    if (paragraph.isConnected) {
      makeList(paragraph);
    }
  }
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const list = document.createElement("ul");
    for (const row of table.rows) {
      const entry = document.createElement("li");
      for (const cell of row.cells) {
        cell.querySelectorAll(":scope > p").forEach((line) => line.replaceWith(...line.childNodes, " "));
        entry.append(...cell.childNodes, " ");
      }
      if (entry.textContent.trim()) {
        list.append(entry);
      }
    }
    table.replaceWith(...(list.childElementCount > 0 ? [list] : []));
    left("tables");
  }
  if (body.querySelector("img, picture, svg, object, video, iframe")) {
    left("pictures");
  }
  return body.innerHTML;
};

// ---- What the buttons do

const isMarked = (state, type) => {
  const { from, to, empty, $from } = state.selection;
  return empty
    ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, type);
};

/** The innermost node of a kind around the selection, with its depth. */
const around = (state, ...types) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if (types.includes($from.node(depth).type)) {
      return { node: $from.node(depth), at: $from.before(depth) };
    }
  }
  return null;
};

const toggleList = (type) => (state, dispatch) => {
  const list = around(state, nodes.bullet_list, nodes.ordered_list);
  if (list === null) {
    return wrapInList(type)(state, dispatch);
  }
  if (list.node.type === type) {
    return liftListItem(nodes.list_item)(state, dispatch);
  }
  dispatch?.(state.tr.setNodeMarkup(list.at, type));
  return true;
};

const toggleQuotation = (state, dispatch) =>
  (around(state, nodes.blockquote) === null ? wrapIn(nodes.blockquote) : lift)(state, dispatch);

const headed = (state, level) => {
  const { parent } = state.selection.$from;
  return parent.type === nodes.heading && parent.attrs.level === level;
};

const toggleHeading = (level) => (state, dispatch) =>
  headed(state, level)
    ? setBlockType(nodes.paragraph)(state, dispatch)
    : setBlockType(nodes.heading, { level })(state, dispatch);

const breakLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** The link at the selection with its ends; null if there is none. */
const linkAt = (state) => {
  const { $from, from, to } = state.selection;
  const within = (at) => marks.link.isInSet(at?.marks ?? []);
  const { parent } = $from;
  const index = $from.index();
  const mark = within(parent.maybeChild(index)) ?? ($from.textOffset === 0 ? within(parent.maybeChild(index - 1)) : null);
  if (!mark) {
    return null;
  }
  let first = within(parent.maybeChild(index)) ? index : index - 1;
  let end = first + 1;
  while (first > 0 && mark.isInSet(parent.child(first - 1).marks)) {
    first--;
  }
  while (end < parent.childCount && mark.isInSet(parent.child(end).marks)) {
    end++;
  }
  let start = $from.start();
  for (let i = 0; i < first; i++) {
    start += parent.child(i).nodeSize;
  }
  let stop = start;
  for (let i = first; i < end; i++) {
    stop += parent.child(i).nodeSize;
  }
  return { mark, from: Math.min(start, from), to: Math.max(stop, to) };
};

const setLink = (view, href) => {
  const { state } = view;
  const link = linkAt(state);
  const { from, to, empty } = state.selection;
  const { tr } = state;
  if (href === "") {
    tr.removeMark(link?.from ?? from, link?.to ?? to, marks.link);
  } else if (link === null && empty) {
    tr.replaceSelectionWith(schema.text(href, [marks.link.create({ href })]), false);
  } else {
    // The link's language and the like stay what they are.
    const mark = marks.link.create({ ...link?.mark.attrs, href });
    tr.removeMark(link?.from ?? from, link?.to ?? to, marks.link);
    tr.addMark(link?.from ?? from, link?.to ?? to, mark);
  }
  view.dispatch(tr.scrollIntoView());
};

const addressFrom = (typed) => {
  const text = typed.trim();
  if (/^www\./i.test(text)) {
    return `https://${text}`;
  }
  return /^[^\s/@:]+@[^\s/@:]+\.[^\s/@:]+$/.test(text) ? `mailto:${text}` : text;
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

/** Asks for an address; outside the form, in which there can be no other. */
const askForLink = (view, words) => {
  const link = linkAt(view.state);
  const id = `${view.dom.id}.link`;
  const input = element("input", { type: "text", id, inputmode: "url", autocomplete: "off", spellcheck: "false" });
  input.value = link?.mark.attrs.href ?? "";
  const problem = element("p", { class: "error", id: `${id}.error`, role: "alert" });
  const cancel = element("button", { type: "button" }, words.cancel);
  const remove = element("button", { type: "button" }, words.unlink);
  const form = element(
    "form",
    { novalidate: "" },
    element("h2", { id: `${id}.title` }, words.link),
    element("label", { for: id }, words.address),
    input,
    problem,
    element("p", { class: "buttons" }, element("button", { class: "main" }, words.apply), " "),
  );
  form.lastElementChild.append(...(link ? [remove, " "] : []), cancel);
  const dialog = element("dialog", { class: "link", "aria-labelledby": `${id}.title` }, form);
  const finish = (href) => {
    dialog.close();
    if (href !== undefined) {
      setLink(view, href);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const href = addressFrom(input.value);
    if (href === "" ? link === null : !isAddress(href)) {
      problem.textContent = words.noAddress;
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", problem.id);
      input.focus();
    } else {
      finish(href);
    }
  });
  cancel.addEventListener("click", () => finish());
  remove.addEventListener("click", () => finish(""));
  dialog.addEventListener("close", () => {
    dialog.remove();
    view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  input.select();
};

// ---- The editor

const makeToolbar = (label, words) => {
  const bar = element("div", { role: "toolbar", class: "toolbar", "aria-label": `${words.toolbar}: ${label}` });
  const kinds = [
    ["bold", "B", toggleMark(marks.strong), (state) => isMarked(state, marks.strong)],
    ["italic", "I", toggleMark(marks.em), (state) => isMarked(state, marks.em)],
    ["subscript", "x₂", toggleMark(marks.sub), (state) => isMarked(state, marks.sub)],
    ["superscript", "x²", toggleMark(marks.sup), (state) => isMarked(state, marks.sup)],
    ["heading", "H", toggleHeading(3), (state) => headed(state, 3)],
    ["subheading", "h", toggleHeading(4), (state) => headed(state, 4)],
    [
      "bullets",
      "•",
      toggleList(nodes.bullet_list),
      (state) => around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === nodes.bullet_list,
    ],
    [
      "numbers",
      "1.",
      toggleList(nodes.ordered_list),
      (state) => around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === nodes.ordered_list,
    ],
    ["quotation", "❝", toggleQuotation, (state) => around(state, nodes.blockquote) !== null],
    [
      "link",
      "↗",
      (state, dispatch, view) => {
        if (view) {
          askForLink(view, words);
        }
        return true;
      },
      (state) => linkAt(state) !== null,
    ],
    ["undo", "↶", undo, null],
    ["redo", "↷", redo, null],
  ];
  const buttons = kinds.map(([name, sign, , isOn], i) => {
    const button = element(
      "button",
      { type: "button", class: name, title: words[name], "aria-label": words[name], tabindex: i === 0 ? "0" : "-1" },
      element("span", { "aria-hidden": "true" }, sign),
    );
    if (isOn !== null) {
      button.setAttribute("aria-pressed", "false");
    }
    return button;
  });
  bar.append(...buttons);
  const goTo = (button) => {
    buttons.forEach((one) => {
      one.tabIndex = one === button ? 0 : -1;
    });
    button.focus();
  };
  return {
    bar,
    focus: () => buttons.find((button) => button.tabIndex === 0).focus(),
    attach: (view) => {
      buttons.forEach((button, i) => {
        const command = kinds[i][2];
        // The selection stays where it is.
        button.addEventListener("mousedown", (event) => event.preventDefault());
        button.addEventListener("click", () => {
          if (button.getAttribute("aria-disabled") !== "true") {
            command(view.state, view.dispatch, view);
          }
        });
        button.addEventListener("keydown", (event) => {
          const steps = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: buttons.length - 1 };
          if (event.key in steps) {
            event.preventDefault();
            goTo(buttons[(steps[event.key] + buttons.length) % buttons.length]);
          } else if (event.key === "Escape") {
            event.preventDefault();
            view.focus();
          }
        });
      });
    },
    update: (state) =>
      buttons.forEach((button, i) => {
        const [, , command, isOn] = kinds[i];
        if (isOn !== null) {
          button.setAttribute("aria-pressed", String(isOn(state)));
        }
        button.setAttribute("aria-disabled", String(!command(state)));
      }),
  };
};

/**
 * Puts an editor before a textarea, or says why not. An event "leave" at its text ends it, for when it goes out of the page.
 *
 * @param words the texts of the buttons
 */
export const enhance = (area, words) => {
  const stored = area.value;
  const doc = read(stored);
  if (meaning(write(doc)) !== meaning(stored)) {
    const remark = element("p", { class: "hint", id: `${area.id}.html` }, words.odd);
    area.before(remark);
    area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby") ?? ""} ${remark.id}`.trim());
    return;
  }
  const id = area.id;
  const label = area.form.querySelector(`label[for="${CSS.escape(id)}"]`);
  label.id ||= `${id}.label`;
  const attributes = {
    id,
    role: "textbox",
    class: "text",
    "aria-multiline": "true",
    "aria-labelledby": label.id,
    ...Object.fromEntries(
      ["aria-describedby", "aria-invalid", "lang"]
        .filter((name) => area.hasAttribute(name))
        .map((name) => [name, area.getAttribute(name)]),
    ),
  };
  if (area.readOnly) {
    attributes["aria-readonly"] = "true";
    attributes.tabindex = "0";
  }
  const toolbar = makeToolbar(label.textContent.trim(), words);
  const holder = element("div", { class: "rich" });
  const remark = element("p", { class: "hint", role: "status" });
  const start = EditorState.create({
    doc,
    plugins: [
      history(),
      keymap({
        "Mod-b": toggleMark(marks.strong),
        "Mod-i": toggleMark(marks.em),
        "Mod-k": (state, dispatch, view) => {
          askForLink(view, words);
          return true;
        },
        "Mod-z": undo,
        "Mod-y": redo,
        "Shift-Mod-z": redo,
        // Tab leaves the field, as in any other.
        "Mod-]": sinkListItem(nodes.list_item),
        "Mod-[": liftListItem(nodes.list_item),
        Enter: splitListItem(nodes.list_item),
        "Shift-Enter": breakLine,
        "Mod-Enter": breakLine,
        "Alt-F10": () => {
          toolbar.focus();
          return true;
        },
      }),
      keymap(baseKeymap),
    ],
  });
  // The id is the editor's now: links to the field, such as those of the list of errors, lead here.
  area.id = `${id}.html`;
  try {
    const view = new EditorView(
      { mount: holder.appendChild(element("div")) },
      {
        state: start,
        editable: () => !area.readOnly,
        transformPastedHTML: (html) => {
          const left = new Set();
          const kept = pasted(html, (what) => left.add(what));
          remark.textContent = [...left].map((what) => words[what]).join(" ");
          return kept;
        },
        attributes,
        dispatchTransaction(transaction) {
          const state = view.state.apply(transaction);
          view.updateState(state);
          toolbar.update(state);
          if (transaction.docChanged) {
            // What was stored is sent as it was, unless something has been changed.
            area.value = state.doc.eq(doc) ? stored : write(state.doc);
            area.dispatchEvent(new Event("input", { bubbles: true }));
          }
        },
      },
    );
    toolbar.attach(view);
    toolbar.update(view.state);
    label.addEventListener("click", () => view.focus());
    view.dom.addEventListener("leave", () => view.destroy());
    if (!area.readOnly) {
      holder.prepend(toolbar.bar);
    }
    area.before(holder, remark);
    area.hidden = true;
  } catch (problem) {
    area.id = id;
    throw problem;
  }
};
