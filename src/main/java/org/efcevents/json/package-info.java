/** JSON output (RFC 8259), written without Jackson because its version depends on that of Magnolia. */
package org.efcevents.json;
