/** The site's words, from Magnolia's message bundles. */
package org.efcevents.message;
