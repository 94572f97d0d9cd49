/** Addresses that stand for others. */
package org.efcpreview.virtualuri;
