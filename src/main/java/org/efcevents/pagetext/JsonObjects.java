package org.efcevents.pagetext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a JSON text, wherever they stand in it, with their own words: of each property the string that it is, or the strings of its
 * list with a space between. It is read in one walk, and what is no JSON does not trouble it: pages have such, and browsers do not care.
 */
final class JsonObjects {

    private final String json;
    private final List<Map<String, String>> found = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    /** An object that is not closed yet. */
    private static final class Open {
        private final Map<String, String> words = new HashMap<>();
        private String property = "";
    }

    private JsonObjects(String json) {
        this.json = json;
    }

    static List<Map<String, String>> in(String json) {
        JsonObjects objects = new JsonObjects(json);
        objects.read();
        return objects.found;
    }

    private void read() {
        while (at < json.length()) {
            char character = json.charAt(at++);
            if (character == '{') {
                open.push(new Open());
            } else if (character == '}' && !open.isEmpty()) {
                found.add(open.pop().words);
            } else if (character == '"') {
                String string = string();
                if (!open.isEmpty() && isProperty()) {
                    open.peek().property = string;
                } else if (!open.isEmpty()) {
                    open.peek().words.merge(open.peek().property, string, (some, more) -> some + " " + more);
                }
            }
        }
    }

    private boolean isProperty() {
        int next = at;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        return next < json.length() && json.charAt(next) == ':';
    }

    /** Up to the quotation mark at its end. */
    private String string() {
        StringBuilder string = new StringBuilder();
        while (at < json.length() && json.charAt(at) != '"') {
            char character = json.charAt(at++);
            string.append(character == '\\' && at < json.length() ? escaped() : character);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char character = json.charAt(at++);
        if (character == 'u'
                && at + 4 <= json.length()
                && json.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            at += 4;
            return (char) Integer.parseInt(json, at - 4, at, 16);
        }
        return "nrtbf".indexOf(character) >= 0 ? ' ' : character;
    }
}
