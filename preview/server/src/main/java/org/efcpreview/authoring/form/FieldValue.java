package org.efcpreview.authoring.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a field of a form holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(FormValues.class),
    @JsonSubTypes.Type(FormValues.Texts.class),
    @JsonSubTypes.Type(FormValues.Entries.class)
})
public sealed interface FieldValue permits FormValues, FormValues.Texts, FormValues.Entries {}
