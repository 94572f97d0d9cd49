/** What an archive's events add up to, for those who pay for them. */
package org.efcevents.report;
