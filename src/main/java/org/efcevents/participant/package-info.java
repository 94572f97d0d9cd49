/**
 * The people who took part in events, as texts name them: {@link org.efcevents.participant.People} finds them with what they were, what they did
 * and what they are reported to have said.
 */
package org.efcevents.participant;
