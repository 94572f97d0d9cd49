/** The nodes REST of a running Magnolia ({@code /.rest/nodes/v1}): read and written node by node. */
package org.efccommand.rest;
