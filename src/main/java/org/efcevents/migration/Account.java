package org.efcevents.migration;

import java.util.BitSet;
import java.util.List;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.FieldNames;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.PlainPage;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.WordAccount;

/** Tells of each character of a page what became of it. */
final class Account {

    private final String text;
    private final WordAccount words;

    private Account(String text) {
        this.text = text;
        this.words = new WordAccount(text);
    }

    static List<AccountedPart> of(PageText page, BitSet furniture, Furniture phrases, List<ReadEvent> read) {
        Account account = new Account(page.text());
        for (int i = furniture.nextSetBit(0); i >= 0; i = furniture.nextSetBit(i + 1)) {
            account.mark(page.blocks().get(i).passage(), Use.FURNITURE, 0);
        }
        for (ReadEvent event : read) {
            account.mark(event, phrases);
        }
        account.giveSignsToWords();
        return account.parts();
    }

    /** What is in two fields counts as the more particular of them, which comes later here. */
    private void mark(ReadEvent event, Furniture phrases) {
        int position = event.position();
        // Furniture between the blocks of an entry is still none of it.
        event.entry().blocks().forEach(block -> mark(block.passage(), Use.UNREAD, position));
        event.entry().headings().forEach(heading -> mark(heading.passage(), Use.FURNITURE, 0));
        for (Block block : event.entry().blocks()) {
            phrases.in(text, block).forEach(link -> mark(link, Use.FURNITURE, position));
            markSign(event, block);
        }
        event.body().passages().forEach(words -> mark(words, Use.BODY, position));
        event.talks().forEach(talk -> talk.passages().forEach(words -> mark(words, Use.TALK, position)));
        Attachments attachments = event.attachments();
        mark(attachments.links(), Use.ATTACHMENT, position);
        mark(attachments.documents(), Use.ATTACHMENT, position);
        mark(attachments.pictures(), Use.ATTACHMENT, position);
        attachments.labels().forEach(words -> mark(words, Use.ATTACHMENT, position));
        event.people().forEach(person -> {
            mark(List.of(person.name()), Use.PERSON, position);
            person.role().ifPresent(found -> mark(List.of(found), Use.PERSON, position));
            person.organisation().ifPresent(found -> mark(List.of(found), Use.PERSON, position));
            person.honorific().ifPresent(found -> mark(List.of(found), Use.PERSON, position));
        });
        mark(event.workPackages(), Use.WORK_PACKAGE, position);
        event.kind().ifPresent(found -> mark(List.of(found), Use.KIND, position));
        event.place().ifPresent(found -> mark(found.findings(), Use.PLACE, position));
        event.credit().ifPresent(found -> mark(List.of(found), Use.CREDIT, position));
        event.closed().ifPresent(found -> mark(List.of(found), Use.CLOSED, position));
        mark(List.of(event.title()), Use.TITLE, position);
        event.status().ifPresent(found -> mark(List.of(found), Use.DETAIL, position));
        // A date that only the markup tells has the words of the title, which are no date.
        event.date().date().stream()
                .flatMap(found -> found.words().stream())
                .filter(words -> !event.title().words().contains(words))
                .forEach(words -> mark(words, Use.DATE, position));
    }

    /** The number of an item, and the name of a field, are of no field; where they stand in the report they are of that. */
    private void markSign(ReadEvent event, Block block) {
        int from = block.passage().from();
        int named = FieldNames.end(block.passage().in(text));
        int words = PlainPage.withoutMark(text, block.passage()).from();
        boolean numbered = words > from && event.title().words().get(0).from() == words;
        if (named > 0 || numbered) {
            mark(new Passage(from, numbered ? words : from + named), Use.FURNITURE, event.position());
        }
    }

    /** What is neither a letter nor a digit and in no field, such as a bracket, belongs to the word before it in the entry, or after it. */
    private void giveSignsToWords() {
        for (int i = 1; i < text.length(); i++) {
            give(i, i - 1);
        }
        for (int i = text.length() - 2; i >= 0; i--) {
            give(i, i + 1);
        }
    }

    private void give(int sign, int neighbour) {
        if (words.isUnread(sign)
                && words.event(sign) > 0
                && words.event(sign) == words.event(neighbour)
                && !Character.isLetterOrDigit(text.charAt(sign))) {
            words.markLike(sign, neighbour);
        }
    }

    private void mark(List<? extends Finding<?>> findings, Use use, int event) {
        findings.forEach(finding -> finding.words().forEach(words -> mark(words, use, event)));
    }

    private void mark(Passage passage, Use use, int event) {
        words.mark(passage, use, event);
    }

    /** Signs alone that nothing was said of are ornaments of the page. */
    private List<AccountedPart> parts() {
        return words.parts().stream()
                .map(part -> part.use() == Use.UNREAD
                                && part.passage().in(text).chars().noneMatch(Character::isLetterOrDigit)
                        ? new AccountedPart(part.passage(), Use.FURNITURE, part.event())
                        : part)
                .toList();
    }
}
