package org.efcpreview.authoring.form;

/** What a field of a form holds. */
public sealed interface FieldValue permits FormValues, FormValues.Texts, FormValues.Entries {}
