/**
 * Spreadsheets: to save, as OpenDocument has them ({@link org.efcevents.spreadsheet.Spreadsheet}), and to read, from CSV, XLSX or OpenDocument ({@link
 * org.efcevents.spreadsheet.TableFile}).
 *
 * <p>CSV is read with Commons CSV and XLSX with Apache POI, as Magnolia 6.2 brings them. They are not in the module's jar and not needed by it: on a
 * server that lacks them such a file is refused with a clear word. OpenDocument needs nothing but the JDK.
 */
package org.efcevents.spreadsheet;
