package org.efcevents.templating;

/** What page templates call {@code efcfn}: the archive of a repository session, as values to print. */
public class EventTemplatingFunctions {}
