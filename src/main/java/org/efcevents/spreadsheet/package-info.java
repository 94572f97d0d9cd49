/** Spreadsheets to save, as OpenDocument has them: cells that are numbers, days and texts. */
package org.efcevents.spreadsheet;
