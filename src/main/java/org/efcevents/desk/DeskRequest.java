package org.efcevents.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.efcevents.address.QueryString;
import org.efcevents.archive.Archive;
import org.efcevents.channel.ChannelContext;
import org.efcevents.content.SeenText;
import org.efcevents.http.SentForm;
import org.efcevents.message.Messages;
import org.efcevents.publish.Publishing;

/**
 * What a page of the desk is asked.
 *
 * @param user who asks
 * @param form what was sent; {@link SentForm#NONE} where the page is only read
 * @param publishing what the editor can publish with
 * @param progress what editors wait for
 * @param context the archive as the editor sees it, the query, the languages and addresses of the site
 */
public record DeskRequest(
        String user, SentForm form, Publishing publishing, Progress progress, ChannelContext context) {

    /** The archive as the editor sees it. */
    public Archive archive() {
        return context.archive();
    }

    /** The texts of {@link DeskPage#messages}, in the language of the page. */
    public Messages messages() {
        return context.messages();
    }

    /** The languages of the site, its first one first. */
    public List<Locale> languages() {
        Set<String> languages = context.addresses().byLanguage().keySet();
        return (languages.isEmpty() ? Set.of(context.addresses().language()) : languages)
                .stream().map(Locale::forLanguageTag).toList();
    }

    /** The time zone in which the site's days begin and end. */
    public ZoneId timeZone() {
        return context.timeZone();
    }

    /** The language of the page. */
    public Locale locale() {
        return Locale.forLanguageTag(context.addresses().language());
    }

    /** The first value that the address has of a parameter. */
    public Optional<String> asked(String parameter) {
        return parameters().getOrDefault(parameter, List.of()).stream().findFirst();
    }

    /** All parameters of the address. */
    public Map<String, List<String>> parameters() {
        return QueryString.parse(context.query()).parameters();
    }

    /** What was sent in a field, without the space around it; empty if nothing was, or nothing that can be seen. */
    public String typed(String field) {
        String seen = SeenText.of(form.fields().getOrDefault(field, ""));
        return seen == null ? "" : seen.strip();
    }

    /** What was sent in all fields whose names begin with something, by what follows it. */
    public Map<String, String> typedBelow(String prefix) {
        return form.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith(prefix))
                .collect(Collectors.toMap(field -> field.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** Whether a box was ticked, or a button pressed. */
    public boolean isChosen(String field) {
        return form.fields().containsKey(field);
    }

    /** Changes to the archive in the editor's own session. */
    public Changes changes() {
        return new Changes(
                archive().desk().session(), user, archive().entries().now().atZone(timeZone()));
    }
}
