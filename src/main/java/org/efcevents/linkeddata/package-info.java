/** Descriptions of pages for search engines and other programs: JSON-LD 1.1 with the vocabulary of schema.org. */
package org.efcevents.linkeddata;
