/** Files that the archive puts into Magnolia's DAM: {@link org.efcevents.asset.AssetFolder}. */
package org.efcevents.asset;
