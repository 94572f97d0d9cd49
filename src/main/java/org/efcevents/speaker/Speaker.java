package org.efcevents.speaker;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.efcevents.choice.OfferedCodes;
import org.efcevents.choice.OfferedCodes.Unoffered;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.Link;
import org.efcevents.content.RichText;

/**
 * A person who took part in events. Everything except the identifier, slug, names and lists may be null.
 *
 * @param id the node's identifier
 * @param slug their name in URLs
 * @param fullName their name as visitors read it
 * @param familyName their family name, by which lists are sorted
 * @param otherNames other spellings, in the editor's order
 * @param honorific such as {@code MEP}
 * @param role their latest known role
 * @param organisation their latest known organisation
 * @param country ISO 3166-1 alpha-2
 * @param biography who they are
 * @param portrait DAM key of a picture, {@code jcr:<uuid>}
 * @param portraitAlt its text alternative
 * @param links pages about them
 * @param created see {@link ContentNode#created}
 * @param revised see {@link ContentNode#revised}
 * @param fallbacks which of {@code role}, {@code organisation} and {@code portraitAlt} are in another language
 */
public record Speaker(
        String id,
        String slug,
        String fullName,
        String familyName,
        List<String> otherNames,
        String honorific,
        String role,
        String organisation,
        String country,
        RichText biography,
        String portrait,
        String portraitAlt,
        List<Link> links,
        Instant created,
        Instant revised,
        Fallbacks fallbacks) {

    /** By family name, then by full name. */
    public static Comparator<Speaker> byName(Collator alphabet) {
        return Comparator.comparing(Speaker::familyName, alphabet)
                .thenComparing(Speaker::fullName, alphabet)
                .thenComparing(Speaker::slug);
    }

    /** Reads a speaker. The slug stands in for a missing name. */
    public static Speaker of(ContentNode node) {
        String fullName = node.rawText("fullName");
        String familyName = node.rawText("familyName");
        String shown = fullName == null ? node.name() : fullName;
        return new Speaker(
                node.id(),
                node.slug(),
                shown,
                familyName == null ? shown : familyName,
                node.values("otherNames"),
                node.rawText("honorific"),
                node.text("role"),
                node.text("organisation"),
                node.rawText("country"),
                node.richText("biography"),
                node.rawText("portrait"),
                node.text("portraitAlt"),
                Link.of(node, "links"),
                node.created(),
                node.revised(),
                node.fallbacks("role", "organisation", "portraitAlt"));
    }

    /** The code of the country, if the form does not offer it. */
    public List<Unoffered> unofferedCodes() {
        return OfferedCodes.COUNTRY.others(Stream.ofNullable(country)).toList();
    }
}
