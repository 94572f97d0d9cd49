package org.definitioncheck.definition;

import java.util.List;

/** What a property of a definition takes (Magnolia: {@code PropertyTypeDescriptor}). */
sealed interface PropertyType {

    enum Simple implements PropertyType {
        STRING("a text"),
        BOOLEAN("true or false"),
        INT("a whole number"),
        LONG("a whole number"),
        NUMBER("a number"),
        ANY("anything"),
        UNSUPPORTED("anything");

        private final String description;

        Simple(String description) {
            this.description = description;
        }

        @Override
        public String description() {
            return description;
        }
    }

    /**
     * The name of a Java class.
     *
     * @param base what it must extend; empty for any
     */
    record JavaClass(String base) implements PropertyType {
        @Override
        public String description() {
            return "the name of a class";
        }
    }

    record Enumeration(List<String> constants) implements PropertyType {
        @Override
        public String description() {
            return "one of " + String.join(", ", constants.stream().sorted().toList());
        }
    }

    record ListOf(PropertyType items) implements PropertyType {
        @Override
        public String description() {
            return "a list";
        }
    }

    record MapOf(PropertyType values) implements PropertyType {
        @Override
        public String description() {
            return "a map";
        }
    }

    /** An object of a class that has properties itself. */
    record Bean(String type) implements PropertyType {
        @Override
        public String description() {
            return "a map";
        }
    }

    /** For "must be …". */
    String description();

    /** As {@code magnolia-6.2.yaml} writes it. */
    static PropertyType parse(String text) {
        int open = text.indexOf(text.contains("<") ? '<' : '(');
        String inner = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
        return switch (open < 0 ? text : text.substring(0, open)) {
            case "list" -> new ListOf(parse(inner));
            case "map" -> new MapOf(parse(inner));
            case "class" -> new JavaClass(inner.equals("java.lang.Object") ? "" : inner);
            case "enum" -> new Enumeration(List.of(inner.split("\\|")));
            case "boolean" -> Simple.BOOLEAN;
            case "int" -> Simple.INT;
            case "long" -> Simple.LONG;
            case "number" -> Simple.NUMBER;
            case "any" -> Simple.ANY;
            case "unsupported" -> Simple.UNSUPPORTED;
                // Types that Magnolia converts from a text.
            case "string", "java.io.File", "com.google.common.net.MediaType" -> Simple.STRING;
            default -> new Bean(text);
        };
    }
}
