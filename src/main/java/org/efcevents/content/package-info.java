/** Access to repository nodes: properties in one language with its fallback, sanitised rich text, and links. */
package org.efcevents.content;
