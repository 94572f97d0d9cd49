/** Where the archive's pages and feeds are, as others are told. */
package org.efcevents.address;
