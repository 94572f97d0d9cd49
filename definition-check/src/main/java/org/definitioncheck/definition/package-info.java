/**
 * Magnolia's configuration by file: reads, merges and checks the YAML definitions of modules. The rules are those of
 * {@code info.magnolia.config.source.yaml}, {@code info.magnolia.config.maputil} and {@code info.magnolia.map2bean} of
 * Magnolia 6.2.45; what the definition classes know is in {@code magnolia-6.2.yaml} beside this package.
 */
package org.definitioncheck.definition;
