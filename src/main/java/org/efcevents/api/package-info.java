/** The archive as JSON: the page's own query for programs, and each event, speaker and work package whole. */
package org.efcevents.api;
