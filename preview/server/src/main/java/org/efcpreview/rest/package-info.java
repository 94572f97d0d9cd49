/**
 * Magnolia's delivery REST: answers what {@code magnolia-rest-content-delivery} 2.2.27 answers, byte for byte, its
 * surprises included, from the endpoint definitions of the module. What Magnolia can do and this cannot is refused when
 * the definition is read.
 */
package org.efcpreview.rest;
