/**
 * What this instance has seen of events, speakers and work packages over time: which changed in which order, what is gone, and
 * the addresses that they had. From it comes the list of changes by which copies are kept, and where a former address leads.
 */
package org.efcevents.journal;
