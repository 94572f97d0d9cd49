/** The archive's pages: what each shows, and how a request for one is answered. */
package org.efcevents.page;
