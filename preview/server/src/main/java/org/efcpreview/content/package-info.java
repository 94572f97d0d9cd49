/**
 * Nodes as Magnolia hands them on: escaped, in the page's language, as content maps, and under which addresses. Where a rule
 * is not obvious, the class of Magnolia CE 6.2.45 that it was read from is named beside it.
 */
package org.efcpreview.content;
