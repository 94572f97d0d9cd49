/** What Magnolia keeps in its site definition, {@code config:/modules/site/config/site}: here the languages. */
package org.efcpreview.site;
