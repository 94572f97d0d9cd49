package org.efcpreview.authoring.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a field of a form holds; asked for as what it is not, it is empty. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(FormValues.class),
    @JsonSubTypes.Type(FormValues.Texts.class),
    @JsonSubTypes.Type(FormValues.Entries.class)
})
sealed interface FieldValue permits FormValues, FormValues.Texts, FormValues.Entries {
    /** The texts of a simple field. */
    default FormValues.Texts asTexts() {
        return this instanceof FormValues.Texts texts ? texts : FormValues.Texts.NONE;
    }

    /** The fields of a field that is made of fields. */
    default FormValues asGroup() {
        return this instanceof FormValues group ? group : FormValues.EMPTY;
    }

    /** The entries of a field that can be repeated. */
    default FormValues.Entries asEntries() {
        return this instanceof FormValues.Entries entries ? entries : FormValues.Entries.NONE;
    }
}
