/**
 * YAML as Magnolia reads it: its tags, its merging of maps, and the place of every part. The rules are those of
 * {@code info.magnolia.config.source.yaml} and {@code info.magnolia.config.maputil} of Magnolia 6.2.45.
 */
package org.definitioncheck.yaml;
