/** Faceted search: filters, what they find, what other choices would find, and the pages of the result. */
package org.efcevents.filter;
