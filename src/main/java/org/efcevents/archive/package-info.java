/** The archive as one reader sees it: which events, speakers and work packages there are, in which order, and what a search finds. */
package org.efcevents.archive;
