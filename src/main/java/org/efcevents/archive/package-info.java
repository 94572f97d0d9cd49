/** The archive as one reader sees it: its events, speakers and work packages, and what a search finds. */
package org.efcevents.archive;
