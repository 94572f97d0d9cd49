package org.efcpreview.authoring.form;

import java.util.Locale;
import org.efcpreview.site.SiteLocales;

/** How fields, languages and controls are called. */
final class Names {
    private Names() {}

    /** The control of a field within another's. */
    static String control(String within, String name) {
        return within.isEmpty() ? name : within + "/" + name;
    }

    /** The {@code id} of a control in the page. */
    static String id(String control) {
        return "f." + control.replace('/', '.').replace(':', '-');
    }

    /** The values of one of the forms that a choice decides between, among those of the choice. */
    static String form(String option) {
        return "form-" + option;
    }

    /** The name of a property in a language: {@code title}, {@code title_fr}. */
    static String in(String name, Locale locale, SiteLocales locales) {
        return locale.equals(locales.defaultLocale()) ? name : name + "_" + locale;
    }
}
