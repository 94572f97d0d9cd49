/** XML as text, for those of the archive's feeds that are written in it. */
package org.efcevents.xml;
