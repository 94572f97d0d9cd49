/** JSON texts (RFC 8259), written with the JDK alone: which Jackson there is differs from one Magnolia to the next. */
package org.efcevents.json;
