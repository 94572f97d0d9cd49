package org.efcevents.participant;

import org.efcevents.participant.PeopleWords.Words;

/** What words say of whether they are still about who somebody is. */
final class DescriptionCues {

    /** How far a role is from the beginning of what describes somebody. */
    static final int ROLE_WITHIN = 9;

    private final PeopleWords words;

    DescriptionCues(PeopleWords words) {
        this.words = words;
    }

    boolean isArticle(String word) {
        return words.has(Words.ARTICLES, word);
    }

    boolean isAnd(String word) {
        return words.has(Words.AND, word);
    }

    /** Whether it stands between the parts of a description. */
    boolean connects(String word) {
        return words.has(Words.CONNECTING, word);
    }

    /** Whether it begins something else. */
    boolean leaves(String word) {
        return words.has(Words.LEAVING, word);
    }

    boolean stops(Tokens tokens, int at, int start) {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.LOWER) {
            return false;
        }
        String word = token.folded();
        if (word.equals("a")) {
            return at > start && !leadsToRole(tokens, at + 1);
        }
        boolean role = words.begins(Words.ROLES, tokens, at)
                || words.begins(Words.ROLE_MODIFIERS, tokens, at)
                || words.begins(Words.DEPARTMENTS, tokens, at);
        return !role
                && !connects(word)
                && (leaves(word) || isVerb(tokens, at) || word.length() > 4 && word.endsWith("ed"));
    }

    boolean isVerb(Tokens tokens, int at) {
        return words.begins(Words.TALKING, tokens, at)
                || words.begins(Words.OPENING, tokens, at)
                || words.begins(Words.CLOSING, tokens, at)
                || words.begins(Words.CHAIRING, tokens, at)
                || words.begins(Words.ATTENDING, tokens, at)
                || words.begins(Words.ANNOUNCING, tokens, at);
    }

    boolean leadsToRole(Tokens tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).isUpper()
                        || words.begins(Words.ROLES, tokens, at)
                        || words.begins(Words.ROLE_MODIFIERS, tokens, at));
    }

    /** Whether a role comes before a description could end. */
    boolean roleSoon(Tokens tokens, int at, int end) {
        for (int i = at; i < Math.min(end, at + ROLE_WITHIN); i++) {
            Token token = tokens.get(i);
            if (words.begins(Words.ROLES, tokens, i)) {
                return true;
            }
            boolean passes = token.isWord() && (i == at && isArticle(token.folded()) || !stops(tokens, i, at - 1))
                    || token.is("&")
                    || token.is("-")
                    || token.is("/");
            if (!passes) {
                return false;
            }
        }
        return false;
    }

    int firstRole(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.begins(Words.ROLES, tokens, i)) {
                return i;
            }
        }
        return -1;
    }
}
