/** The server: two instances, an author's and a public one, answering over HTTP as Magnolia's filters do. */
package org.efcpreview.web;
