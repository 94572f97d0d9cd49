package org.efcevents.search;

/**
 * A piece of an event's text that words are looked for in.
 *
 * @param text plain text, as visitors read it
 * @param language ISO 639 code of the language it is written in, where that is not the page's; else null
 */
public record Passage(String text, String language) {}
