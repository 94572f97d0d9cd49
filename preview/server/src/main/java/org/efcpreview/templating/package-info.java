/**
 * What a template is given, by the names that it calls them: {@code cmsfn}, {@code damfn}, {@code ctx}, {@code state}, {@code
 * def}, {@code model} and what modules bring. What of it is escaped, and how, follows Magnolia's module templating.
 */
package org.efcpreview.templating;
