/** The assets app: the files in the workspace {@code dam}, and which of those that people send are taken. */
package org.efcpreview.authoring.asset;
