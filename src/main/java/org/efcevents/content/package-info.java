/** Reading nodes of the repository: raw text in one language with its fallback, rich text made safe, and links. */
package org.efcevents.content;
