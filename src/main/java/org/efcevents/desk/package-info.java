/** The Archive desk: the pages that editors have beside Magnolia's forms, and what each shows and does. */
package org.efcevents.desk;
