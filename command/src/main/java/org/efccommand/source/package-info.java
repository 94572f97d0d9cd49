/** What an old page, a table or a calendar states, brought into an archive as the Archive desk does it. */
package org.efccommand.source;
