// Shows in the page beside the outline what the outline is about; nothing depends on it.
"use strict";

(() => {
  const frame = document.getElementById("page");
  if (!frame) {
    return;
  }
  let box = null;

  // The comments between which the editor's page prints a part.
  const part = (page, kind, content) => {
    const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
    const begin = `cms:${kind} content="${content}"`;
    let depth = 0;
    let first = null;
    while (comments.nextNode()) {
      const text = comments.currentNode.data.trim();
      if (!first) {
        if (text.startsWith(begin)) {
          first = comments.currentNode;
          depth = 1;
        }
      } else if (text.startsWith(`cms:${kind} `)) {
        depth++;
      } else if (text === `/cms:${kind}` && --depth === 0) {
        const range = page.createRange();
        range.setStartAfter(first);
        range.setEndBefore(comments.currentNode);
        return range;
      }
    }
    return null;
  };

  const hide = () => {
    box?.remove();
    box = null;
  };

  const show = (element, scroll) => {
    hide();
    const page = frame.contentDocument;
    if (!page?.body) {
      return;
    }
    const range = part(page, element.dataset.kind, element.dataset.part);
    const place = range?.getBoundingClientRect();
    if (!place || (place.width === 0 && place.height === 0)) {
      return;
    }
    const view = page.defaultView;
    box = page.createElement("div");
    box.setAttribute("aria-hidden", "true");
    Object.assign(box.style, {
      position: "absolute",
      zIndex: "2147483647",
      pointerEvents: "none",
      boxSizing: "border-box",
      left: `${place.left + view.scrollX - 4}px`,
      top: `${place.top + view.scrollY - 4}px`,
      width: `${place.width + 8}px`,
      height: `${place.height + 8}px`,
      border: "3px solid #1f5f4a",
      boxShadow: "0 0 0 2px #fff",
    });
    page.documentElement.append(box);
    if (scroll) {
      view.scrollTo({ top: Math.max(0, place.top + view.scrollY - 40) });
    }
  };

  const about = (target) => target.closest("[data-part]");
  const outline = document.querySelector(".outline");
  outline.addEventListener("focusin", (event) => {
    const element = about(event.target);
    if (element) {
      show(element, true);
    }
  });
  outline.addEventListener("mouseover", (event) => {
    const element = about(event.target);
    if (element) {
      show(element, false);
    }
  });
  outline.addEventListener("mouseleave", hide);

  // What was just changed is where the address leads to.
  frame.addEventListener("load", () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.dataset.part) {
      show(target, true);
    }
  });
})();
