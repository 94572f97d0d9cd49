package org.efcpreview.authoring.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.site.SiteLocales;

/**
 * What Magnolia refuses to save: {@code FieldBinder.Default}, {@code MultiFormView}, {@code SwitchableFormView}, {@code
 * FormPresenter.validateBoundProperties}. A text longer than {@code maxLength}, which its browser side does not let in, is
 * refused as well.
 */
final class Checks {
    /** What Vaadin's {@code EmailValidator} takes for an address. */
    private static final Pattern EMAIL = Pattern.compile("^([a-zA-Z0-9_\\.\\-+])+@[a-zA-Z0-9-.]+\\.[a-zA-Z0-9-]{2,}$");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

    private final SiteLocales locales;
    private final NodeFields nodeFields;
    private final FormTexts texts;
    private final Choices choices;
    private final Optional<Node> node;
    private final Optional<Node> parent;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param node what is edited; empty while it is not made
     * @param parent the node in which the new one would lie; empty for one that is there
     */
    Checks(
            SiteLocales locales,
            NodeFields nodeFields,
            FormTexts texts,
            Choices choices,
            Optional<Node> node,
            Optional<Node> parent) {
        this.locales = locales;
        this.nodeFields = nodeFields;
        this.texts = texts;
        this.choices = choices;
        this.node = node;
        this.parent = parent;
    }

    /** @param before what the form was opened with: what has not changed may have been chosen when that was possible */
    List<FieldError> check(List<Field> fields, FormValues values, FormValues before) throws RepositoryException {
        check(fields, "", values, before);
        return List.copyOf(errors);
    }

    private void check(List<Field> fields, String within, FormValues values, FormValues before)
            throws RepositoryException {
        Set<Locale> changed = changedLanguages(fields, values, before);
        for (Field field : fields) {
            String control = Names.control(within, field.name());
            if (field instanceof Field.Input input) {
                for (Locale locale : nodeFields.languages(input)) {
                    if (locale.equals(locales.defaultLocale()) || changed.contains(locale)) {
                        String name = Names.in(input.name(), locale, locales);
                        input(
                                input,
                                Names.control(within, name),
                                texts.label(input, locale),
                                values.texts(name),
                                before.texts(name));
                    }
                }
            } else if (field instanceof Field.Composite composite) {
                check(composite.fields(), control, values.group(composite.name()), before.group(composite.name()));
            } else if (field instanceof Field.Switch choice) {
                choice(choice, control, values.group(choice.name()), before.group(choice.name()));
            } else if (field instanceof Field.Multi multi) {
                multi(multi, control, values.entries(multi.name()), before.entries(multi.name()));
            }
        }
    }

    /** Another language is checked as soon as anything in it is changed, and not before. */
    private Set<Locale> changedLanguages(List<Field> fields, FormValues values, FormValues before) {
        Set<Locale> changed = new HashSet<>();
        for (Field field : fields) {
            if (field instanceof Field.Input input && input.i18n()) {
                for (Locale locale : nodeFields.languages(input)) {
                    String name = Names.in(input.name(), locale, locales);
                    if (!values.texts(name).equals(before.texts(name))) {
                        changed.add(locale);
                    }
                }
            }
        }
        return changed;
    }

    private void choice(Field.Switch choice, String control, FormValues values, FormValues before)
            throws RepositoryException {
        check(List.of(choice.selector()), control, values, before);
        String chosen = values.texts(choice.selector().name()).first();
        Field.Composite form = choice.forms().get(chosen);
        if (form != null) {
            String name = Names.form(chosen);
            check(form.fields(), Names.control(control, name), values.group(name), before.group(name));
        }
    }

    private void multi(Field.Multi multi, String control, FormValues.Entries entries, FormValues.Entries before)
            throws RepositoryException {
        String label = texts.label(multi);
        int count = entries.entries().size();
        if (multi.required() && count == 0) {
            error(control, label, texts.required(multi, label));
        } else if (count < multi.min()) {
            error(control, label, texts.tooFew(multi, multi.min()));
        } else if (count > multi.max()) {
            error(control, label, texts.tooMany(multi, multi.max()));
        }
        for (int i = 0; i < count; i++) {
            FormValues.Entry entry = entries.entries().get(i);
            int index = i;
            FormValues then = before.entries().stream()
                    .filter(other -> entry.id().isEmpty()
                            ? multi.values() && other.values().equals(entry.values())
                            : other.id().equals(entry.id()))
                    .map(FormValues.Entry::values)
                    .findFirst()
                    .orElse(nodeFields.empty(multi.fields()));
            check(multi.fields(), Names.control(control, String.valueOf(index)), entry.values(), then);
        }
    }

    private void input(Field.Input input, String control, String label, FormValues.Texts value, FormValues.Texts before)
            throws RepositoryException {
        if (input.kind() == Field.Kind.HIDDEN || input.readOnly()) {
            return;
        }
        boolean unticked =
                input.model() == Field.Model.BOOLEAN && !value.first().equals("true");
        if (value.texts().isEmpty() || unticked) {
            if (input.required()) {
                error(control, label, texts.required(input, label));
            }
            return;
        }
        String text = value.first();
        if (input.maxLength() >= 0 && text.length() > input.maxLength()) {
            // What else is wrong with it may well be because of that.
            error(control, label, texts.tooLong(label, input.maxLength(), text.length()));
            return;
        }
        if (input.source().isPresent()) {
            for (String chosen : value.texts()) {
                if (!before.texts().contains(chosen)
                        && !choices.has(input.source().get(), chosen)) {
                    error(control, label, texts.noChoice(label));
                    break;
                }
            }
        } else if (isNoNumber(input, text)) {
            error(control, label, texts.noNumber(input, label));
        } else if (isNoDate(input, text)) {
            error(control, label, texts.noDate(label));
        }
        for (Field.Rule rule : input.rules()) {
            if (breaks(rule, text)) {
                error(control, label, texts.wrong(rule, label));
            } else if (rule.test() == Field.Test.NODE_NAME && isTaken(rule, text)) {
                error(control, label, texts.taken(text));
            }
        }
        if (input.isNodeName() && input.rules().stream().noneMatch(rule -> rule.test() == Field.Test.NODE_NAME)) {
            // Magnolia lets it through and then fails to write.
            if (isTaken(new Field.Rule("", Field.Test.NODE_NAME, Optional.empty(), false), text)) {
                error(control, label, texts.taken(text));
            }
        }
    }

    /** Whether a text that is not empty is none that the field would accept, whatever the node. */
    static boolean isWrong(Field.Input input, String text) {
        return input.maxLength() >= 0 && text.length() > input.maxLength()
                || isNoNumber(input, text)
                || isNoDate(input, text)
                || input.rules().stream().anyMatch(rule -> breaks(rule, text));
    }

    private static boolean breaks(Field.Rule rule, String text) {
        return switch (rule.test()) {
            case PATTERN, NODE_NAME -> rule.pattern().isPresent()
                    && !rule.pattern().get().matcher(text).matches();
            case EMAIL -> !EMAIL.matcher(text).matches();
            case SAFE_HTML -> !rule.html().isSafe(text);
        };
    }

    private boolean isTaken(Field.Rule rule, String text) throws RepositoryException {
        String name = NodeNames.valid(text);
        if (node.isPresent() && !rule.adding()) {
            Node edited = node.get();
            return !edited.getPath().equals("/")
                    && edited.getParent().hasNode(name)
                    && !edited.getParent().getNode(name).isSame(edited);
        }
        Node folder = parent.isPresent() ? parent.get() : node.orElse(null);
        return folder != null && folder.hasNode(name);
    }

    private static boolean isNoNumber(Field.Input input, String text) {
        String number = text.strip();
        return switch (input.model()) {
            case LONG -> !WHOLE_NUMBER.matcher(number).matches();
            case DOUBLE -> {
                try {
                    yield !Double.isFinite(Double.parseDouble(number));
                } catch (NumberFormatException e) {
                    yield true;
                }
            }
            case DECIMAL -> {
                try {
                    new BigDecimal(number);
                    yield false;
                } catch (NumberFormatException e) {
                    yield true;
                }
            }
            default -> false;
        };
    }

    private static boolean isNoDate(Field.Input input, String text) {
        if (input.kind() != Field.Kind.DATE && input.kind() != Field.Kind.DATE_TIME) {
            return false;
        }
        try {
            NodeFields.dateTime(text);
            return false;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private void error(String control, String label, String message) {
        errors.add(new FieldError(control, label, message));
    }
}
