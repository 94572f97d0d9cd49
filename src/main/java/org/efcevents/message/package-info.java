/** Messages from Magnolia's message bundles. */
package org.efcevents.message;
