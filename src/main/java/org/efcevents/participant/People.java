package org.efcevents.participant;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;

/**
 * Finds the people who took part in events. Words for what people are and do are looked up in lists; where these do not tell that somebody
 * took part, nobody is found: what was not understood stays in the event's text.
 */
public final class People {

    private final PeopleWords words = PeopleWords.read();
    private final MentionReader mentions = new MentionReader(words);
    private final PartReader parts = new PartReader(words);

    /** Those of an entry, each once, in the order in which they speak or are named. */
    public List<FoundPerson> of(Entry entry) {
        return new PeopleOfEntry(entry, words, mentions, parts).find();
    }

    /** The talk that the title of an entry names together with who gave it: “Anna Berg (Tide Institute) – The tides”; empty if it does not. */
    public Optional<TitledTalk> talk(Entry entry) {
        return entry.title().map(title -> TitledTalk.line(entry, title)).flatMap(line -> {
            Tokens tokens = Tokens.of(entry.text(), line);
            return mentions.talkLine(tokens)
                    .map(talk -> new TitledTalk(talk.title().in(tokens), tokens.passage(0, talk.end())));
        });
    }

    /** Whether words name what somebody is, such as “Judge”, rather than an organisation alone. */
    public boolean nameRole(String text) {
        Tokens tokens = Tokens.of(text, new Passage(0, text.length()));
        return IntStream.range(0, tokens.size()).anyMatch(i -> words.begins(PeopleWords.Words.ROLES, tokens, i));
    }

    /** Whether words have the form of a person's name and begin as one: with a title, or with a given name that is known. */
    public boolean isName(String text) {
        Tokens tokens = Tokens.of(text, new Passage(0, text.length()));
        return mentions.isName(tokens);
    }
}
