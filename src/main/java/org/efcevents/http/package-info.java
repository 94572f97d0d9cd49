/** HTTP requests and responses as plain values, because the servlet API differs between the versions of Magnolia. */
package org.efcevents.http;
