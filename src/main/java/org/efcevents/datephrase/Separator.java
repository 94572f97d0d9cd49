package org.efcevents.datephrase;

/**
 * What is between two days.
 *
 * @param range whether the days between them are meant too
 * @param comma whether it is no more than a comma
 * @param or whether only one of the two is meant
 * @param next the token after it
 */
record Separator(boolean range, boolean comma, boolean or, int next) {

    /** The one that begins at a token; null if none does. */
    static Separator at(DateTokens tokens, int token) {
        int i = token;
        boolean comma = tokens.sign(i) == ',';
        if (comma) {
            i++;
        }
        char sign = tokens.sign(i);
        String word = tokens.word(i);
        boolean range = !comma && (sign == '-' || DateWords.TO.contains(word));
        boolean and = DateWords.AND.contains(word) || !comma && (sign == '&' || sign == '+' || sign == '/');
        if (!comma && !range && !and) {
            return null;
        }
        if (range || and) {
            i++;
            // jusqu’au
            if (tokens.sign(i) == '\'') {
                i++;
            }
        }
        if (DateWords.ARTICLES.contains(tokens.word(i))) {
            i++;
        }
        return new Separator(range, comma && !and, DateWords.OR.contains(word), i);
    }
}
