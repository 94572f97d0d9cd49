/**
 * Forms: what an app's detail view or a dialog defines, read from a node, shown as HTML, read back from what the browser
 * sent, checked, and written to the node as Magnolia's own UI stores it.
 */
package org.efcpreview.authoring.form;
