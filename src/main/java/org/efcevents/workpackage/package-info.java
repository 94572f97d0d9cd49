/** The work packages that hold events. */
package org.efcevents.workpackage;
