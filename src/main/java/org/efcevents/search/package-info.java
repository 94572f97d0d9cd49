/** Full-text search: which texts of an event are searched, and where search terms occur in them. */
package org.efcevents.search;
