/** The archive's pages: what each of them shows, and the responses to requests for them. */
package org.efcevents.page;
