/** Compiled classes as they describe themselves, read without loading any of them. */
package org.definitioncheck.classfile;
