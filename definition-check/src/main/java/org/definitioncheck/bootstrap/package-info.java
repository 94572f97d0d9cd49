/** What a module brings into the repository: files of content, and the node types that it is made of. */
package org.definitioncheck.bootstrap;
