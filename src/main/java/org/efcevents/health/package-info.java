/** What is missing in the archive, or wrong, as editors are told on the Archive desk. */
package org.efcevents.health;
