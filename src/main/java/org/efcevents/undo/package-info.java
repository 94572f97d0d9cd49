/** What editors change in many places at once: saved as one step, of which so much is kept that it can be taken back. */
package org.efcevents.undo;
