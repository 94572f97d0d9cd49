package org.efcevents.http;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What another resource is to the one that is sent (RFC 8288).
 *
 * @param type the type of the relation, such as {@code next}
 * @param address the absolute address of the other
 */
public record Relation(String type, String address) {

    /** Several as the value of the header {@code Link}. */
    public static String header(Collection<Relation> relations) {
        return relations.stream()
                .map(relation -> "<" + relation.address + ">; rel=\"" + relation.type + '"')
                .collect(Collectors.joining(", "));
    }
}
