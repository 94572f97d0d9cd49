/** Events made from another one: what a copy takes along, when it takes place, and its address. */
package org.efcevents.copy;
