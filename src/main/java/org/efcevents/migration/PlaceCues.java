package org.efcevents.migration;

import java.util.regex.Pattern;

/** Whether a sentence tells of the event itself that it was at a place. */
final class PlaceCues {

    /** What tells that something took place, before the name of a place. */
    private static final Pattern TOOK_PLACE = Pattern.compile(
            "\\b(?:took place|takes? place|taken place|taking place|held|met|meets?|meeting|gathered|gathers?|hosted|opened|organised|organized|assembled|came together|"
                    + "was|were|will be|came|forum|conference|offices|premises|lieu|se tiendra|s.est tenue?|se sont tenue?s|réunie?s?|s.est réunie?|s.est rendue?|s.est déroulée?|a réuni|accueillie?s?|"
                    + "organisée?s?|invited|went|travelled|shown|played|presented|discussed|listened|compared|agreed|began|ended|closed|founded|launched|held in)\\b[^.;]{0,90}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Of another thing than the event. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:next|last|previous|before|after|following|which|that|who|where|postponed|planned|expected|prochaine?|dernière?|après|qui|que|où|born|from|since|university of|"
                    + "wished|wrote|office for|bureau)\\b[^.;]{0,60}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The same, so near that it is about nothing else. */
    private static final Pattern JUST_TOOK_PLACE = Pattern.compile(
            "\\b(?:took place|take place|was held|were held|be held|met|se sont tenue?s|s.est tenue?|lieu|se tiendra)\\b[^.;,]{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PlaceCues() {}

    /** Whether words of a sentence before a place tell that something took place there. */
    static boolean tell(String before) {
        return before.isBlank() || TOOK_PLACE.matcher(before).find();
    }

    /** Whether they tell of something else than the event. */
    static boolean tellOfAnother(String before) {
        return OTHER.matcher(before).find() && !JUST_TOOK_PLACE.matcher(before).find();
    }
}
