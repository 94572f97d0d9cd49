/** An event, its parts, and what lists say of it. */
package org.efcevents.event;
