/**
 * The pages app and the page editor: the tree of the workspace {@code website}, and the areas and components of a page, as
 * Magnolia's pages app (6.2.35) keeps them.
 */
package org.efcpreview.authoring.page;
