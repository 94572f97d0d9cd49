package org.efcevents.json;

/**
 * A value that is told in words, and so once in each language.
 *
 * @param shown what a document in one language says, which may be in the default language for want of a translation
 * @param text the text, or a list of texts, in the document's own language; null if it is not written in that
 */
public record Worded(Object shown, Object text) {}
