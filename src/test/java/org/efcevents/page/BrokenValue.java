package org.efcevents.page;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.ValueFactory;

/** Everything that can be where a text is expected. */
@FunctionalInterface
interface BrokenValue {

    /** Puts the value where a property of that name should be, or was. */
    void putInto(Node node, String name) throws RepositoryException;

    /** Texts that are something to some reader: dates, times, zones, identifiers, addresses, markup, formulas. */
    List<String> TEXTS = List.of(
            "",
            " \n\t\u00a0",
            "99999999999999999999",
            "0000-00-00",
            "0001-01-01",
            "0800-06-15",
            "9999-12-31",
            "10000-01-01",
            "2013-02-30",
            "9999",
            "XXXX-02-29",
            "24:00",
            "Pacific/Kiritimati",
            "+18:00",
            "Europe/Nowhere",
            "colin-whittaker",
            "cafebabe-cafe-babe-cafe-babecafebabe",
            "------------------------------------",
            "javascript:alert(1)",
            "https://[bad host/ a<b>\"",
            "https://example.org/a b,c;d",
            "<a href=\"${link:{uuid:{------------------------------------},repository:{efc-events}}}\">x</a>",
            "'\"]]><script>&amp;{0}${x}%s\\n",
            "=1+1",
            "../..//.#?",
            "\u0000\u0007\ud800x\udfff\u2028\ufffe");

    /** All of them by what they are. */
    static Map<String, BrokenValue> all() {
        Map<String, BrokenValue> all = new LinkedHashMap<>();
        all.put("missing", (node, name) -> {});
        all.put("a node", (node, name) -> node.addNode(name, "mgnl:contentNode").addNode("0", "mgnl:contentNode"));
        all.put("several", (node, name) -> node.setProperty(name, new String[] {"wp1", "2013-01-01"}));
        all.put("none of several", (node, name) -> node.setProperty(name, new String[0]));
        all.put("a number", (node, name) -> node.setProperty(name, Long.MIN_VALUE));
        all.put("not a number", (node, name) -> node.setProperty(name, Double.NaN));
        all.put("infinite", (node, name) -> node.setProperty(name, Double.NEGATIVE_INFINITY));
        all.put("a huge decimal", (node, name) -> node.setProperty(name, new BigDecimal("1e400")));
        all.put("true", (node, name) -> node.setProperty(name, true));
        all.put("a moment", (node, name) -> node.setProperty(name, moment(2013)));
        all.put("a moment before Christ", (node, name) -> node.setProperty(name, moment(-43)));
        all.put(
                "bytes",
                (node, name) -> node.setProperty(
                        name, values(node).createBinary(new ByteArrayInputStream(new byte[] {-1, 0, -1}))));
        all.put("a name", (node, name) -> node.setProperty(name, values(node).createValue("efc:x", PropertyType.NAME)));
        all.put("a path", (node, name) -> node.setProperty(name, values(node).createValue("/a/b", PropertyType.PATH)));
        all.put("a reference to itself", (node, name) -> node.setProperty(name, node));
        all.put("its own identifier", (node, name) -> node.setProperty(name, node.getIdentifier()));
        all.put(
                "the identifier of a folder",
                (node, name) -> node.setProperty(
                        name, session(node).getNode("/speakers").getIdentifier()));
        TEXTS.forEach(text -> all.put("the text \"" + text + "\"", (node, name) -> node.setProperty(name, text)));
        return all;
    }

    private static Session session(Node node) throws RepositoryException {
        return node.getSession();
    }

    private static ValueFactory values(Node node) throws RepositoryException {
        return session(node).getValueFactory();
    }

    private static GregorianCalendar moment(int year) {
        return GregorianCalendar.from(ZonedDateTime.of(year, 3, 15, 12, 0, 0, 0, ZoneOffset.UTC));
    }
}
