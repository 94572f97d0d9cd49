package org.efcpreview.rest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;

/**
 * A filter of a list, {@code property[operator]=value}, as a condition in JCR-SQL2, by the rules of Magnolia's class of
 * that name: {@code |} separates alternatives, {@code a~b} is a range, what looks like a day or an instant is compared
 * as such, what looks like a number is one, and {@code "…"} is text whatever it looks like.
 */
final class FilteringCondition {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private enum Operator {
        EQ("="),
        NE("<>"),
        LT("<"),
        LTE("<="),
        GT(">"),
        GTE(">="),
        LIKE("LIKE"),
        ILIKE("LIKE"),
        IN("IN"),
        NOT_IN("NOT IN"),
        NULL("IS NULL");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        static Operator of(String parameter) {
            if (!parameter.contains("[") && !parameter.contains("]")) {
                return EQ;
            }
            String keyword = StringUtils.substringBetween(parameter, "[", "]");
            return Arrays.stream(values())
                    .filter(operator -> operator.name().replace('_', '-').equalsIgnoreCase(keyword))
                    .findFirst()
                    .orElseThrow(() -> RestError.unforeseen("Operator is invalid."));
        }
    }

    private final String property;
    private final Operator operator;
    private final List<String> values;

    /**
     * @param parameter the request parameter's name, quotes doubled
     * @param value its value, quotes doubled
     */
    FilteringCondition(String parameter, String value) {
        if (parameter.isEmpty()) {
            throw RestError.unforeseen("Property string is invalid.");
        }
        operator = Operator.of(parameter);
        property = StringUtils.substringBeforeLast(parameter, "[");
        values = List.of(value.split("\\|"));
        List<String> ranges = values.stream().filter(v -> v.contains("~")).toList();
        if (ranges.stream().anyMatch(v -> parts(v).size() != 2)
                || !ranges.isEmpty() && values.stream().anyMatch(v -> matches(DAY, v))) {
            throw RestError.badRequest("Value string is invalid.");
        }
    }

    /** The ends of a range; of anything else itself. */
    private static List<String> parts(String value) {
        return List.of(value.split("~"));
    }

    /** {@return the condition; empty if nothing is left of the values} */
    String sql() {
        if (operator == Operator.NULL) {
            boolean absent = values.stream().limit(1).anyMatch("true"::equalsIgnoreCase);
            return "[" + property + "] IS " + (absent ? "" : "NOT ") + "NULL";
        }
        if (values.stream().flatMap(v -> parts(v).stream()).allMatch(part -> matches(DAY, part))) {
            return any(this::days, values);
        }
        if (operator == Operator.IN || operator == Operator.NOT_IN) {
            return any(
                    v -> range(literal(parts(v).get(0)), literal(parts(v).get(1))),
                    values.stream().filter(v -> parts(v).size() == 2).toList());
        }
        return any(this::compare, values);
    }

    private static String any(Function<String, String> condition, List<String> values) {
        return values.stream().map(condition).collect(Collectors.joining(" OR "));
    }

    private String range(String from, String to) {
        String form = operator == Operator.NOT_IN || operator == Operator.NE
                ? "[%1$s] < %2$s OR [%1$s] > %3$s"
                : "[%1$s] >= %2$s AND [%1$s] <= %3$s";
        return form.formatted(property, from, to);
    }

    private String days(String dayOrRange) {
        List<String> days = parts(dayOrRange);
        String first = days.get(0);
        String last = days.get(days.size() - 1);
        if (operator != Operator.IN && operator != Operator.NOT_IN && !first.equals(last)) {
            throw RestError.badRequest("Range is not supported.");
        }
        String from = date(at(first, LocalTime.MIN));
        String to = date(at(last, LocalTime.MAX));
        return switch (operator) {
            case GT, LTE -> is(to);
            case LT, GTE -> is(from);
            default -> range(from, to);
        };
    }

    private String compare(String value) {
        String not = operator == Operator.NE ? "NOT " : "";
        String lower = value.toLowerCase(Locale.getDefault());
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "@path" -> not + "ISSAMENODE('" + value + "')";
            case "@ancestor" -> "ISDESCENDANTNODE('" + value + "')";
            case "@name" -> "LOWER(LOCALNAME(t)) " + not + "LIKE '" + lower + "'";
            default -> operator == Operator.ILIKE && !matches(INSTANT, value)
                    ? "LOWER([" + property + "]) LIKE " + literal(lower)
                    : is(literal(value));
        };
    }

    private String is(String literal) {
        return "[" + property + "] " + operator.sql + " " + literal;
    }

    private static String literal(String value) {
        if (NumberUtils.isCreatable(value)) {
            return value;
        }
        if (matches(INSTANT, value)) {
            return date(value);
        }
        boolean quoted = value.startsWith("\"") && value.endsWith("\"");
        if (quoted && value.length() == 1) {
            throw RestError.unforeseen("begin 1, end 0, length 1");
        }
        return "'" + (quoted ? value.substring(1, value.length() - 1) : value) + "'";
    }

    private static String date(String value) {
        return "CAST('" + value + "' AS DATE)";
    }

    private static String at(String day, LocalTime time) {
        return LocalDate.parse(day, DAY)
                .atTime(time)
                .atZone(ZoneId.systemDefault())
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
