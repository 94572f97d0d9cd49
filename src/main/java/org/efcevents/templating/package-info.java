/** The functions that templates know as {@code efcfn}. */
package org.efcevents.templating;
