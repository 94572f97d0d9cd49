/** What many events are given at once, or what is taken from them. */
package org.efcevents.assign;
