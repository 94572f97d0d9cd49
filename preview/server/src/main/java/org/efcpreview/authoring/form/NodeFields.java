package org.efcpreview.authoring.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.efcpreview.repository.Stamps;
import org.efcpreview.site.SiteLocales;

/**
 * How fields lie on a node: what Magnolia's {@code JcrItemInteractionStrategyImpl}, {@code MultiFormView}, {@code
 * SwitchableFormView}, {@code JcrChildNodeProvider} and {@code DefaultJcrNodeOrderHandler} read and write. Otherwise than
 * there, a field of which nothing is left leaves no property without values behind, and what did not change is not written.
 */
final class NodeFields {
    private static final String TEMPORARY = "__order__";

    private final SiteLocales locales;
    private final ZoneId zone;

    /** @param zone in which a date without a text is a day: the editor's */
    NodeFields(SiteLocales locales, ZoneId zone) {
        this.locales = locales;
        this.zone = zone;
    }

    // Reading

    /** What the fields hold on a node. */
    FormValues read(List<Field> fields, Node node) throws RepositoryException {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field instanceof Field.Input input) {
                readInput(input, node, values);
            } else if (field instanceof Field.Composite composite) {
                Node at = place(composite.place(), node);
                values.put(composite.name(), at == null ? empty(composite.fields()) : read(composite.fields(), at));
            } else if (field instanceof Field.Switch choice) {
                values.put(choice.name(), readSwitch(choice, place(choice.place(), node)));
            } else if (field instanceof Field.Multi multi) {
                values.put(multi.name(), multi.values() ? readValues(multi, node) : readEntries(multi, node));
            }
        }
        return new FormValues(values);
    }

    /** Fields that hold nothing; an unticked box is a value of its own. */
    FormValues empty(List<Field> fields) {
        return fill(fields, false);
    }

    /** What the fields of a new node hold. */
    FormValues defaults(List<Field> fields) {
        return fill(fields, true);
    }

    private FormValues fill(List<Field> fields, boolean defaults) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field instanceof Field.Input input) {
                for (Locale locale : languages(input)) {
                    values.put(Names.in(input.name(), locale, locales), defaults ? byDefault(input) : none(input));
                }
            } else if (field instanceof Field.Composite composite) {
                values.put(composite.name(), fill(composite.fields(), defaults));
            } else if (field instanceof Field.Switch choice) {
                FormValues filled = fill(List.of(choice.selector()), defaults);
                for (Field.Composite form : choice.forms().values()) {
                    filled = filled.with(Names.form(form.name()), fill(form.fields(), defaults));
                }
                values.put(choice.name(), filled);
            } else if (field instanceof Field.Multi multi) {
                values.put(multi.name(), FormValues.Entries.NONE);
            }
        }
        return new FormValues(values);
    }

    private static FormValues.Texts none(Field.Input input) {
        return input.model() == Field.Model.BOOLEAN ? FormValues.Texts.of("false") : FormValues.Texts.NONE;
    }

    private FormValues.Texts byDefault(Field.Input input) {
        if (input.model() == Field.Model.BOOLEAN) {
            return FormValues.Texts.of(String.valueOf(input.defaultValue().equals("true")));
        }
        if (input.defaultValue().equalsIgnoreCase("now") && isDate(input)) {
            LocalDateTime now = LocalDateTime.now(zone);
            return FormValues.Texts.of(
                    input.kind() == Field.Kind.DATE
                            ? now.toLocalDate().toString()
                            : now.truncatedTo(ChronoUnit.MINUTES).toString());
        }
        return FormValues.Texts.of(input.defaultValue());
    }

    private static boolean isDate(Field.Input input) {
        return input.kind() == Field.Kind.DATE || input.kind() == Field.Kind.DATE_TIME;
    }

    /** The languages that a field has a value for, the default one first. */
    List<Locale> languages(Field.Input input) {
        if (!input.i18n()) {
            return List.of(locales.defaultLocale());
        }
        Set<Locale> languages = new LinkedHashSet<>();
        languages.add(locales.defaultLocale());
        languages.addAll(locales.locales());
        return List.copyOf(languages);
    }

    private void readInput(Field.Input input, Node node, Map<String, FieldValue> values) throws RepositoryException {
        for (Locale locale : languages(input)) {
            String name = Names.in(input.name(), locale, locales);
            FormValues.Texts texts = none(input);
            if (input.isNodeName()) {
                texts = FormValues.Texts.of(node.getName());
            } else if (node.hasProperty(name)) {
                texts = texts(input, node.getProperty(name));
            }
            values.put(name, texts);
        }
    }

    private FormValues.Texts texts(Field.Input input, Property property) throws RepositoryException {
        List<Value> values = property.isMultiple() ? List.of(property.getValues()) : List.of(property.getValue());
        List<String> texts = new ArrayList<>();
        for (Value value : values) {
            String text = text(input, value);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        if (input.model() == Field.Model.BOOLEAN) {
            return FormValues.Texts.of(String.valueOf(texts.contains("true")));
        }
        return new FormValues.Texts(
                input.model() == Field.Model.SEVERAL ? texts : texts.subList(0, Math.min(1, texts.size())));
    }

    private String text(Field.Input input, Value value) throws RepositoryException {
        if (input.model() == Field.Model.DATE && value.getType() == PropertyType.DATE) {
            ZonedDateTime moment =
                    Instant.ofEpochMilli(value.getDate().getTimeInMillis()).atZone(zone);
            return input.kind() == Field.Kind.DATE
                    ? moment.toLocalDate().toString()
                    : moment.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String text = value.getString().replace("\r\n", "\n").replace('\r', '\n');
        if (input.format().isPresent()) {
            try {
                return shown(input, input.format().get().parse(text));
            } catch (DateTimeParseException e) {
                // Not written by this field: shown as it is, and refused if it is not corrected.
                return text;
            }
        }
        return text;
    }

    private static String shown(Field.Input input, TemporalAccessor date) {
        LocalDate day = date.query(TemporalQueries.localDate());
        LocalTime time = date.query(TemporalQueries.localTime());
        return input.kind() == Field.Kind.DATE || time == null
                ? String.valueOf(day)
                : LocalDateTime.of(day, time).toString();
    }

    private static Node place(Field.Place place, Node node) throws RepositoryException {
        if (place.current()) {
            return node;
        }
        return node.hasNode(place.nodeName()) ? node.getNode(place.nodeName()) : null;
    }

    /** Every form shows what the node has, also those that are not chosen: so a change of mind keeps the date. */
    private FormValues readSwitch(Field.Switch choice, Node node) throws RepositoryException {
        FormValues values = node == null ? empty(List.of(choice.selector())) : read(List.of(choice.selector()), node);
        String chosen = values.texts(choice.selector().name()).first();
        for (Map.Entry<String, Field.Composite> form : choice.forms().entrySet()) {
            List<Field> fields = form.getValue().fields();
            FormValues held = node == null ? empty(fields) : read(fields, node);
            if (!form.getKey().equals(chosen)) {
                held = fitting(fields, held);
            }
            values = values.with(Names.form(form.getKey()), held);
        }
        return values;
    }

    /** What another form wrote under the same name may mean nothing to this one, as a month means nothing to a year. */
    private FormValues fitting(List<Field> fields, FormValues held) {
        FormValues fitting = held;
        for (Field field : fields) {
            if (field instanceof Field.Input input) {
                for (Locale locale : languages(input)) {
                    String name = Names.in(input.name(), locale, locales);
                    String text = held.texts(name).first();
                    if (!text.isEmpty() && Checks.isWrong(input, text)) {
                        fitting = fitting.with(name, none(input));
                    }
                }
            }
        }
        return fitting;
    }

    private static FormValues.Entries readValues(Field.Multi multi, Node node) throws RepositoryException {
        List<FormValues.Entry> entries = new ArrayList<>();
        if (node.hasProperty(multi.name())) {
            Property property = node.getProperty(multi.name());
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                entries.add(new FormValues.Entry(
                        "", new FormValues(Map.of(multi.entry().name(), FormValues.Texts.of(value.getString())))));
            }
        }
        return new FormValues.Entries(entries);
    }

    private FormValues.Entries readEntries(Field.Multi multi, Node node) throws RepositoryException {
        List<FormValues.Entry> entries = new ArrayList<>();
        Node parent = place(multi.place(), node);
        if (parent != null) {
            for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
                Node entry = nodes.nextNode();
                entries.add(new FormValues.Entry(entry.getIdentifier(), read(multi.fields(), entry)));
            }
        }
        return new FormValues.Entries(entries);
    }

    // Writing

    /** Who writes, and when. */
    record Stamp(String user, Calendar when) {}

    /** Whether anything was written. */
    boolean write(List<Field> fields, Node node, FormValues values, Stamp stamp) throws RepositoryException {
        boolean changed = false;
        for (Field field : fields) {
            if (field instanceof Field.Input input) {
                changed |= writeInput(input, node, values);
            } else if (field instanceof Field.Composite composite) {
                FormValues group = values.group(composite.name());
                boolean nothing = group.equals(empty(composite.fields()));
                changed |= within(
                        composite.place(), node, nothing, stamp, at -> write(composite.fields(), at, group, stamp));
            } else if (field instanceof Field.Switch choice) {
                FormValues group = values.group(choice.name());
                boolean nothing = group.equals(empty(List.of(choice)).group(choice.name()));
                changed |= within(choice.place(), node, nothing, stamp, at -> writeSwitch(choice, at, group, stamp));
            } else if (field instanceof Field.Multi multi) {
                FormValues.Entries entries = values.entries(multi.name());
                if (multi.values()) {
                    changed |= writeValues(multi, node, entries);
                } else if (!entries.entries().isEmpty() || place(multi.place(), node) != null) {
                    changed |= within(multi.place(), node, false, stamp, at -> writeEntries(multi, at, entries, stamp));
                }
            }
        }
        return changed;
    }

    /** Something written to a node. */
    private interface Writing {
        boolean to(Node node) throws RepositoryException;
    }

    /** @param nothing whether there is nothing to write, so that no node need be made for it */
    private static boolean within(Field.Place place, Node node, boolean nothing, Stamp stamp, Writing writing)
            throws RepositoryException {
        if (place.current()) {
            return writing.to(node);
        }
        if (node.hasNode(place.nodeName())) {
            Node at = node.getNode(place.nodeName());
            boolean changed = writing.to(at);
            if (changed) {
                Stamps.modified(at, stamp.user(), stamp.when());
            }
            return changed;
        }
        if (nothing && place.removeIfEmpty()) {
            return false;
        }
        Node made = add(node, place.nodeName(), place.nodeType(), stamp);
        boolean changed = writing.to(made);
        if (place.removeIfEmpty() && isEmpty(made)) {
            made.remove();
            return false;
        }
        return changed || !place.removeIfEmpty();
    }

    private static Node add(Node parent, String name, String type, Stamp stamp) throws RepositoryException {
        Node made = parent.addNode(name, type);
        Stamps.created(made, stamp.user(), stamp.when());
        return made;
    }

    /** {@code JCRMgnlPropertyHidingPredicate}: what Magnolia itself keeps does not count. */
    private static boolean isEmpty(Node node) throws RepositoryException {
        if (node.hasNodes()) {
            return false;
        }
        for (javax.jcr.PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            String name = properties.nextProperty().getName();
            if (!name.startsWith("jcr:") && !name.startsWith("mgnl:")) {
                return false;
            }
        }
        return true;
    }

    private boolean writeInput(Field.Input input, Node node, FormValues values) throws RepositoryException {
        if (input.isNodeName()) {
            return false;
        }
        boolean changed = false;
        for (Locale locale : languages(input)) {
            String name = Names.in(input.name(), locale, locales);
            boolean there = node.hasProperty(name);
            // What an editor cannot change keeps what is stored, and starts with its default.
            boolean fixed = input.readOnly() || input.kind() == Field.Kind.HIDDEN;
            if (fixed && (there || !node.isNew()) || !fixed && !values.fields().containsKey(name)) {
                continue;
            }
            FormValues.Texts wanted = fixed ? byDefault(input) : values.texts(name);
            if (wanted.texts().isEmpty()) {
                if (there) {
                    node.getProperty(name).remove();
                    changed = true;
                }
            } else if (!there || !wanted.equals(texts(input, node.getProperty(name)))) {
                if (there && node.getProperty(name).isMultiple() != (input.model() == Field.Model.SEVERAL)) {
                    node.getProperty(name).remove();
                }
                set(input, node, name, wanted.texts());
                changed = true;
            }
        }
        return changed;
    }

    private void set(Field.Input input, Node node, String name, List<String> texts) throws RepositoryException {
        String text = texts.get(0);
        ValueFactory factory = node.getSession().getValueFactory();
        switch (input.model()) {
            case SEVERAL -> node.setProperty(name, texts.toArray(String[]::new));
            case LONG -> node.setProperty(name, Long.parseLong(text.strip()));
            case DOUBLE -> node.setProperty(name, Double.parseDouble(text.strip()));
            case DECIMAL -> node.setProperty(name, factory.createValue(new BigDecimal(text.strip())));
            case BOOLEAN -> node.setProperty(name, text.equals("true"));
            case DATE -> node.setProperty(
                    name, GregorianCalendar.from(dateTime(text).atZone(zone)));
            case TEXT -> node.setProperty(
                    name,
                    input.format().isPresent()
                            ? input.format()
                                    .get()
                                    .withZone(zone)
                                    .format(dateTime(text).atZone(zone))
                            : text);
        }
    }

    /** A day, or a day and a time, as a browser's date field sends it. */
    static LocalDateTime dateTime(String text) {
        return text.length() <= 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }

    private boolean writeSwitch(Field.Switch choice, Node node, FormValues group, Stamp stamp)
            throws RepositoryException {
        boolean changed = write(List.of(choice.selector()), node, group, stamp);
        String chosen = group.texts(choice.selector().name()).first();
        Field.Composite form = choice.forms().get(chosen);
        if (choice.removeOthers()) {
            Set<String> kept = new LinkedHashSet<>();
            if (form != null) {
                form.fields().forEach(field -> kept.add(field.name()));
            }
            for (Field.Composite other : choice.forms().values()) {
                List<Field> gone = other == form
                        ? List.of()
                        : other.fields().stream()
                                .filter(field -> !kept.contains(field.name()))
                                .toList();
                changed |= remove(gone, node);
            }
        }
        return form == null ? changed : write(form.fields(), node, group.group(Names.form(chosen)), stamp) | changed;
    }

    private boolean remove(List<Field> fields, Node node) throws RepositoryException {
        boolean changed = false;
        for (Field field : fields) {
            List<String> names = new ArrayList<>(List.of(field.name()));
            if (field instanceof Field.Input input) {
                languages(input).forEach(locale -> names.add(Names.in(input.name(), locale, locales)));
            }
            for (String name : names) {
                if (node.hasProperty(name)) {
                    node.getProperty(name).remove();
                    changed = true;
                }
                if (!(field instanceof Field.Input) && node.hasNode(name)) {
                    node.getNode(name).remove();
                    changed = true;
                }
            }
        }
        return changed;
    }

    private static boolean writeValues(Field.Multi multi, Node node, FormValues.Entries entries)
            throws RepositoryException {
        List<String> texts = entries.entries().stream()
                .map(entry -> entry.values().texts(multi.entry().name()).first())
                .filter(text -> !text.isEmpty())
                .toList();
        if (node.hasProperty(multi.name())) {
            Property property = node.getProperty(multi.name());
            List<String> before = new ArrayList<>();
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                before.add(value.getString());
            }
            if (property.isMultiple() && before.equals(texts)) {
                return false;
            }
            if (texts.isEmpty() || !property.isMultiple()) {
                property.remove();
            }
        } else if (texts.isEmpty()) {
            return false;
        }
        if (!texts.isEmpty()) {
            node.setProperty(multi.name(), texts.toArray(String[]::new));
        }
        return true;
    }

    private boolean writeEntries(Field.Multi multi, Node parent, FormValues.Entries entries, Stamp stamp)
            throws RepositoryException {
        Map<String, Node> there = new LinkedHashMap<>();
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            there.put(node.getIdentifier(), node);
        }
        List<Node> before = List.copyOf(there.values());
        List<Node> after = new ArrayList<>();
        boolean changed = false;
        int added = 0;
        for (FormValues.Entry entry : entries.entries()) {
            Node node = there.remove(entry.id());
            boolean isNew = node == null;
            if (isNew) {
                node = add(parent, TEMPORARY + multi.name() + "new" + added++, multi.entryType(), stamp);
            }
            boolean written = write(multi.fields(), node, entry.values(), stamp);
            if (written && !isNew) {
                Stamps.modified(node, stamp.user(), stamp.when());
            }
            changed |= written || isNew;
            after.add(node);
        }
        for (Node gone : there.values()) {
            gone.remove();
            changed = true;
        }
        if (changed || !sameNodes(before, after)) {
            rename(multi, after);
            changed = true;
        }
        return changed;
    }

    private static boolean sameNodes(List<Node> some, List<Node> others) throws RepositoryException {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).isSame(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Names the entries by their place, and puts them there: each keeps what its name has before the number ({@code
     * DefaultJcrNodeOrderHandler}), and a node that moved is the same node.
     */
    private static void rename(Field.Multi multi, List<Node> nodes) throws RepositoryException {
        boolean right = true;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i).getName();
            String base = name.startsWith(TEMPORARY) ? multi.name() : name.replaceFirst("[0-9]+$", "");
            names.add(base + i);
            right &= name.equals(base + i);
        }
        if (nodes.isEmpty()) {
            return;
        }
        Node parent = nodes.get(0).getParent();
        int position = 0;
        for (NodeIterator children = parent.getNodes(); right && children.hasNext(); position++) {
            right = position < nodes.size() && children.nextNode().isSame(nodes.get(position));
        }
        if (right) {
            return;
        }
        String at = parent.getPath() + "/";
        for (int i = 0; i < nodes.size(); i++) {
            parent.getSession().move(nodes.get(i).getPath(), at + TEMPORARY + i);
        }
        for (int i = 0; i < nodes.size(); i++) {
            parent.getSession().move(at + TEMPORARY + i, at + names.get(i));
        }
    }
}
