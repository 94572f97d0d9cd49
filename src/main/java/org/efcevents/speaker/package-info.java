/** The people who took part in events. */
package org.efcevents.speaker;
