/** The archive's JSON API: a query for events, and events, speakers and work packages in full. */
package org.efcevents.api;
