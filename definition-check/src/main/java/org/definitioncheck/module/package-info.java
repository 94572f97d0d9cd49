/** Modules, their descriptors, and what they ask of one another. */
package org.definitioncheck.module;
