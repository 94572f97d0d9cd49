/** The feed of additions and modifications: Atom (RFC 4287) in documents of limited size (RFC 5005). */
package org.efcevents.atom;
