/** Full-text search: which texts of an event are searched, and where a visitor's words are found in them. */
package org.efcevents.search;
