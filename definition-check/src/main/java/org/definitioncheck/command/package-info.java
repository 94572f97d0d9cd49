/** The command: what it is told to check, the check as a whole, and how it prints what it finds. */
package org.definitioncheck.command;
