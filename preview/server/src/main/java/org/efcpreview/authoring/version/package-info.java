/** Earlier versions of an item: what there are, what each held, and going back to one. */
package org.efcpreview.authoring.version;
