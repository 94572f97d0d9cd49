/**
 * What the columns of a table of events mean ({@link org.efcevents.columns.ColumnMatching}), and what the table then states ({@link
 * org.efcevents.columns.TableSource}). Nothing that is in a cell is lost: what has no column with a meaning, or is not understood, is listed.
 */
package org.efcevents.columns;
