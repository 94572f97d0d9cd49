/** What is wrong in a module, in one sentence with its place. */
package org.definitioncheck.problem;
