/** The sitemap for search engines (sitemap protocol 0.9, sitemaps.org). */
package org.efcevents.sitemap;
