/** What editors choose from lists. */
package org.efcevents.choice;
