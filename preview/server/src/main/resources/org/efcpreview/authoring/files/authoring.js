// What makes the authoring UI more comfortable; nothing depends on it.
"use strict";

// A notice or a summary of errors is where the reader begins.
document.querySelector(".problems")?.setAttribute("tabindex", "-1");
document.querySelector(".problems")?.focus();

// Magnolia's address of a form, or of a place in an app, as pages link to it: #app:efc-events:detail;/events/x:edit
function openPlace() {
  const place = /^#app:([^:;]+):(\w+);(.*):\w*$/.exec(decodeURIComponent(location.hash));
  if (place) {
    const path = place[3].replaceAll("[colon]", ":").replaceAll("[semi]", ";");
    const ui = location.pathname.replace(/(\/\.magnolia\/admincentral).*/, "$1");
    // Magnolia calls its app for assets so.
    const app = place[1] === "dam" ? "assets" : place[1];
    location.replace(`${ui}/app/${app}${/browser$/i.test(place[2]) ? "" : "/" + place[2]}?path=${encodeURIComponent(path)}`);
  }
}
addEventListener("hashchange", openPlace);
openPlace();
