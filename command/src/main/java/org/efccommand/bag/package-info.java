/** Preservation packages as RFC 8493 (BagIt) describes them: written, packed, validated. Knows nothing of what is in them. */
package org.efccommand.bag;
