package org.efcevents.datephrase;

import java.util.List;
import org.efcevents.pagetext.Passage;

/**
 * Finds the words of a text that name dates, whatever the dates are of. Each word is looked at a limited number of times, whatever the text is.
 */
public final class DatePhrases {

    private final DateWords words;
    private final DateOrder order;

    /** @param order of the page, for dates such as {@code 03/04/2014} */
    public DatePhrases(DateOrder order) {
        this(new DateWords(), order);
    }

    private DatePhrases(DateWords words, DateOrder order) {
        this.words = words;
        this.order = order;
    }

    /** For a page: the order of day and month is what its dates tell where they can be read in one way only. */
    public static DatePhrases of(String page) {
        DatePhrases unknown = new DatePhrases(DateOrder.UNKNOWN);
        return new DatePhrases(unknown.words, unknown.orderIn(page));
    }

    DateOrder order() {
        return order;
    }

    /** The words of a part of a text that name a date, in their order. */
    public List<DatePhrase> in(String text, Passage part) {
        return reading(text, part).all();
    }

    DateReading reading(String text, Passage part) {
        return new DateReading(new DateTokens(text, part), words, order);
    }

    DatePoints points(DateTokens tokens) {
        return new DatePoints(tokens, words, order);
    }

    /** The month that a folded word names; 0 if it names none. */
    int month(String word) {
        return words.month(word);
    }

    private DateOrder orderIn(String page) {
        int days = 0;
        int months = 0;
        DateTokens tokens = new DateTokens(page, new Passage(0, page.length()));
        for (int i = 0; i + 4 < tokens.size(); i++) {
            char sign = tokens.sign(i + 1);
            if ((sign == '/' || sign == '-')
                    && tokens.isNumber(i)
                    && tokens.isNumber(i + 2)
                    && tokens.touches(i + 3, sign)
                    && !tokens.touches(i)
                    && tokens.isNumber(i + 4)
                    && tokens.digits(i) <= 2
                    && (tokens.digits(i + 4) == 4 || tokens.digits(i + 4) == 2)) {
                int first = tokens.number(i);
                int second = tokens.number(i + 2);
                days += first > 12 && first < 32 && second > 0 && second < 13 ? 1 : 0;
                months += second > 12 && second < 32 && first > 0 && first < 13 ? 1 : 0;
            }
        }
        return days > 0 == months > 0 ? DateOrder.UNKNOWN : days > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }
}
