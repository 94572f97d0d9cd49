/**
 * The authoring UI: what AdminCentral is in Magnolia, made from the modules' definitions of apps, dialogs and templates.
 * Server-rendered; every screen works without JavaScript.
 */
package org.efcpreview.authoring;
