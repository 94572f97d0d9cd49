/** What HTTP asks and is answered, as plain values: the servlet API differs between the Magnolias that one jar runs in. */
package org.efcevents.http;
