/** Finding events by what visitors choose and type: the filters, what each further choice would give, and found words. */
package org.efcevents.search;
