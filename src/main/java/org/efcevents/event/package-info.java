/** Events and what they consist of. */
package org.efcevents.event;
