/** What was read of an old page, told to people and to scripts. */
package org.efccommand.report;
