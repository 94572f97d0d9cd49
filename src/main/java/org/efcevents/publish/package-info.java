/** Publishing events together with what they need, by Magnolia's own command. */
package org.efcevents.publish;
