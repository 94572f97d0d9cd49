/** Measures pages, channels and edits in the preview server, with generated archives; {@code --help} of the command says how. */
package org.efcevents.benchmark;
