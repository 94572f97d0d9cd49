/**
 * What is kept of all events, so that a page lists and counts them without reading them: small values, renewed when the
 * repository tells that something has changed.
 */
package org.efcevents.index;
