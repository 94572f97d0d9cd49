package org.efcevents.search;

import java.util.List;

/**
 * Where in an event's text a visitor's words are found.
 *
 * @param pieces a few words of the text, those that were looked for marked
 * @param language ISO 639 code of the language they are written in, where that is not the page's; else null
 */
public record Excerpt(List<Words.Piece> pieces, String language) {}
