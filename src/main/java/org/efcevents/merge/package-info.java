/** Two people, or two work packages, that turn out to be one. */
package org.efcevents.merge;
