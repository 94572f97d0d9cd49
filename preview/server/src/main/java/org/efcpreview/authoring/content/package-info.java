/**
 * What the actions of all apps do to content: copying, moving, deleting, publishing, bringing versions back, importing. Everything
 * but publication goes through the session of the user and is saved once, when all of it has succeeded.
 */
package org.efcpreview.authoring.content;
