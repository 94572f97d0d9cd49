/** The browser sub-app of content apps, as their definitions lay it out: trees and lists of content, and the actions on it. */
package org.efcpreview.authoring.browser;
