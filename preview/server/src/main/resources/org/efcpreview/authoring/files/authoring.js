// What makes the authoring UI more comfortable; nothing depends on it.
"use strict";

// A notice or a summary of errors is where the reader begins.
document.querySelector(".problems")?.setAttribute("tabindex", "-1");
document.querySelector(".problems")?.focus();
