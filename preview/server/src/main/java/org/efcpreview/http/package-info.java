/** What passes between the server and whatever answers a request. */
package org.efcpreview.http;
