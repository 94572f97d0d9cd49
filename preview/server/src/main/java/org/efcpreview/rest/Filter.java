package org.efcpreview.rest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A filter of a list, {@code property[operator]=value}, as a condition in JCR-SQL2, by the rules of Magnolia's
 * {@code FilteringCondition}: {@code |} separates alternatives, {@code a~b} is a range, what looks like a day or an
 * instant is compared as such, what looks like a number is one, and {@code "…"} is text whatever it looks like.
 */
final class Filter {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    /** What Apache Commons' {@code NumberUtils.isCreatable} takes for a number. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:0[xX]\\p{XDigit}+|0[0-7]+|(?!0\\d+(?:[eEfFdDlL]|$))"
            + "(?:\\d+[lL]|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?[dDfF]?))");

    private enum Operator {
        EQ("eq", "="),
        NE("ne", "<>"),
        LT("lt", "<"),
        LTE("lte", "<="),
        GT("gt", ">"),
        GTE("gte", ">="),
        LIKE("like", "LIKE"),
        ILIKE("ilike", "LIKE"),
        IN("in", "IN"),
        NOT_IN("not-in", "NOT IN"),
        NULL("null", "IS NULL");

        private final String keyword;
        private final String sql;

        Operator(String keyword, String sql) {
            this.keyword = keyword;
            this.sql = sql;
        }

        static Operator of(String parameter) {
            if (!parameter.contains("[") && !parameter.contains("]")) {
                return EQ;
            }
            int open = parameter.indexOf('[');
            int close = open < 0 ? -1 : parameter.indexOf(']', open + 1);
            for (Operator operator : values()) {
                if (close > 0 && operator.keyword.equalsIgnoreCase(parameter.substring(open + 1, close))) {
                    return operator;
                }
            }
            throw DeliveryException.unforeseen("Operator is invalid.");
        }
    }

    private final String property;
    private final Operator operator;
    private final List<String> values;

    /**
     * @param parameter the request parameter's name, quotes doubled
     * @param value its value, quotes doubled
     */
    Filter(String parameter, String value) {
        if (parameter.isEmpty()) {
            throw DeliveryException.unforeseen("Property string is invalid.");
        }
        operator = Operator.of(parameter);
        int open = parameter.lastIndexOf('[');
        property = open < 0 ? parameter : parameter.substring(0, open);
        values = List.of(value.split("\\|"));
        boolean anyRange = values.stream().anyMatch(v -> v.contains("~"));
        if (values.stream().anyMatch(v -> v.contains("~") && v.split("~").length != 2)
                || anyRange && values.stream().anyMatch(v -> matches(DAY, v))) {
            throw DeliveryException.badRequest("Value string is invalid.");
        }
    }

    /** {@return the condition; empty if nothing is left of the values} */
    String sql() {
        if (operator == Operator.NULL) {
            boolean absent = !values.isEmpty() && values.get(0).equalsIgnoreCase("true");
            return "[" + property + "] IS " + (absent ? "" : "NOT ") + "NULL";
        }
        boolean days = values.stream().flatMap(v -> Arrays.stream(v.split("~"))).allMatch(v -> matches(DAY, v));
        if (days) {
            return any(v -> v.contains("~") ? days(v.split("~")[0], v.split("~")[1]) : days(v, v), values);
        }
        if (operator == Operator.IN || operator == Operator.NOT_IN) {
            List<String> ranges =
                    values.stream().filter(v -> v.split("~").length == 2).toList();
            return any(v -> range(literal(v.split("~")[0]), literal(v.split("~")[1])), ranges);
        }
        return any(this::compare, values);
    }

    private static String any(Function<String, String> condition, List<String> values) {
        return values.stream().map(condition).collect(Collectors.joining(" OR "));
    }

    private String range(String from, String to) {
        return operator == Operator.NOT_IN
                ? "[%1$s] < %2$s OR [%1$s] > %3$s".formatted(property, from, to)
                : "[%1$s] >= %2$s AND [%1$s] <= %3$s".formatted(property, from, to);
    }

    private String days(String first, String last) {
        String from = date(startOf(first));
        String to = date(endOf(last));
        if (operator == Operator.IN || operator == Operator.NOT_IN) {
            return range(from, to);
        }
        if (!first.equals(last)) {
            throw DeliveryException.badRequest("Range is not supported.");
        }
        return switch (operator) {
            case GT -> "[" + property + "] > " + to;
            case LTE -> "[" + property + "] <= " + to;
            case LT -> "[" + property + "] < " + from;
            case GTE -> "[" + property + "] >= " + from;
            case NE -> "[%1$s] < %2$s OR [%1$s] > %3$s".formatted(property, from, to);
            default -> "[%1$s] >= %2$s AND [%1$s] <= %3$s".formatted(property, from, to);
        };
    }

    private String compare(String value) {
        String not = operator == Operator.NE ? "NOT " : "";
        switch (property.toLowerCase(Locale.ROOT)) {
            case "@path":
                return not + "ISSAMENODE('" + value + "')";
            case "@ancestor":
                return "ISDESCENDANTNODE('" + value + "')";
            case "@name":
                return "LOWER(LOCALNAME(t)) " + not + "LIKE '" + value.toLowerCase(Locale.getDefault()) + "'";
            default:
                break;
        }
        if (operator == Operator.ILIKE && !matches(INSTANT, value)) {
            return "LOWER([" + property + "]) LIKE " + literal(value.toLowerCase(Locale.getDefault()));
        }
        return "[" + property + "] " + operator.sql + " " + literal(value);
    }

    private static String literal(String value) {
        if (NUMBER.matcher(value).matches()) {
            return value;
        }
        if (matches(INSTANT, value)) {
            return date(value);
        }
        boolean quoted = value.startsWith("\"") && value.endsWith("\"");
        if (quoted && value.length() == 1) {
            throw DeliveryException.unforeseen("begin 1, end 0, length 1");
        }
        return "'" + (quoted ? value.substring(1, value.length() - 1) : value) + "'";
    }

    private static String date(String value) {
        return "CAST('" + value + "' AS DATE)";
    }

    private static String startOf(String day) {
        return ZonedDateTime.of(LocalDate.parse(day, DAY), LocalTime.MIN, ZoneId.systemDefault())
                .format(INSTANT);
    }

    private static String endOf(String day) {
        return ZonedDateTime.of(LocalDate.parse(day, DAY), LocalTime.MAX, ZoneId.systemDefault())
                .format(INSTANT);
    }

    private static boolean matches(DateTimeFormatter format, String value) {
        try {
            format.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
