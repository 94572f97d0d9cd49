/** The archive as a feed of what was added and changed: Atom (RFC 4287) in documents that do not grow (RFC 5005). */
package org.efcevents.atom;
