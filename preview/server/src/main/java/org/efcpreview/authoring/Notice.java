package org.efcpreview.authoring;

/** What the next page says first, in the user's language, and the address of what it is about; empty if it leads nowhere. */
public record Notice(String text, String href) {}
