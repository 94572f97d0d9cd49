/** Faceted search: what a visitor chooses, what that finds, what every other choice would find, and the pages of the result. */
package org.efcevents.filter;
