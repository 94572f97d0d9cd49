package org.efcevents.pagetext;

import java.util.Map;
import java.util.OptionalInt;

/** What a block is by the elements around it. */
final class BlockKinds {

    /** Classes of elements that are headings of a level without their tag, as Joomla up to 1.5 wrote them. */
    private static final Map<String, Integer> HEADINGS = Map.of("componentheading", 1, "contentheading", 2);

    private BlockKinds() {}

    /** The kind of a block in a box; null is a box, too. */
    static Block.Kind kind(Box box) {
        for (Box around = box; around != null; around = around.parent()) {
            if (around.words().stream().anyMatch(HEADINGS::containsKey)) {
                return Block.Kind.HEADING;
            }
            switch (around.tag()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    return Block.Kind.HEADING;
                }
                case "li" -> {
                    return Block.Kind.LIST_ITEM;
                }
                case "dt" -> {
                    return Block.Kind.TERM;
                }
                case "dd" -> {
                    return Block.Kind.DEFINITION;
                }
                case "td", "th" -> {
                    return Block.Kind.CELL;
                }
                default -> {}
            }
        }
        return Block.Kind.PARAGRAPH;
    }

    /** The level of a heading, or how deep an item is; 0 of anything else. */
    static int level(Box box) {
        int items = 0;
        for (Box around = box; around != null; around = around.parent()) {
            if (around.tag().matches("h[1-6]")) {
                return around.tag().charAt(1) - '0';
            }
            OptionalInt called = around.words().stream()
                    .filter(HEADINGS::containsKey)
                    .mapToInt(HEADINGS::get)
                    .findFirst();
            if (called.isPresent()) {
                return called.getAsInt();
            }
            items += around.tag().equals("li") ? 1 : 0;
        }
        return items;
    }
}
