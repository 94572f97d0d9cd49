/** Addresses of the archive's pages, and query strings. */
package org.efcevents.address;
