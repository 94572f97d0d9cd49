package org.definitioncheck.definition;

import java.util.List;

/** The kind of value that a property takes. */
sealed interface Kind {

    enum Simple implements Kind {
        STRING,
        BOOLEAN,
        INT,
        LONG,
        NUMBER,
        ANY,
        UNSUPPORTED
    }

    /** The name of a Java class. @param base what it must extend; empty for any */
    record JavaClass(String base) implements Kind {}

    record Choice(List<String> options) implements Kind {}

    record ListOf(Kind items) implements Kind {}

    record MapOf(Kind values) implements Kind {}

    /** A typed object. */
    record Bean(String type) implements Kind {}

    static Kind parse(String text) {
        if (text.startsWith("list<")) {
            return new ListOf(parse(inner(text)));
        }
        if (text.startsWith("map<")) {
            return new MapOf(parse(inner(text)));
        }
        if (text.startsWith("class<")) {
            return new JavaClass(inner(text).equals("java.lang.Object") ? "" : inner(text));
        }
        if (text.startsWith("enum(")) {
            return new Choice(List.of(inner(text).split("\\|")));
        }
        return switch (text) {
            case "string" -> Simple.STRING;
            case "boolean" -> Simple.BOOLEAN;
            case "int" -> Simple.INT;
            case "long" -> Simple.LONG;
            case "number" -> Simple.NUMBER;
            case "any" -> Simple.ANY;
            case "unsupported" -> Simple.UNSUPPORTED;
            case "class" -> new JavaClass("");
                // Types that Magnolia converts from a text.
            case "java.io.File", "com.google.common.net.MediaType" -> Simple.STRING;
            default -> new Bean(text);
        };
    }

    private static String inner(String text) {
        return text.substring(text.indexOf(text.contains("<") ? '<' : '(') + 1, text.length() - 1);
    }
}
