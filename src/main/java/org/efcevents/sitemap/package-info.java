/** What search engines are told there is: the sitemap protocol 0.9 of sitemaps.org. */
package org.efcevents.sitemap;
