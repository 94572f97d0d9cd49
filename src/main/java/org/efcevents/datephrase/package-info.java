/**
 * The dates that texts name: {@link org.efcevents.datephrase.DatePhrases} finds them all, {@link org.efcevents.datephrase.OwnDates} tells which of
 * them an entry says of itself.
 */
package org.efcevents.datephrase;
