/** What pages tell machines about what they show, in the words of schema.org (JSON-LD 1.1). */
package org.efcevents.linkeddata;
