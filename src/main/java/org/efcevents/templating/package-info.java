/** What page templates call, as {@code efcfn}. */
package org.efcevents.templating;
