package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import org.efcevents.source.AccountedPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose entries tell each field in a line of its own, which names it: “Date: …”, “Lieu : …”. */
class LinesOfFieldsTest {

    private static final String[] READ = {
        "Autumn fair | 2009-10-03", "Night of the museums | 2010-05-15", "Choir day | 2011-02-20"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What we did\n\n%s\nDate: %s\nPlace: %s\n\n%s\nDate: %s\nPlace: %s\n\n%s\nDate: %s\nPlace: %s\n",
                "%s\nWhen: %s\nWhere: %s\n\n%s\nWhen: %s\nWhere: %s\n\n%s\nWhen: %s\nWhere: %s\n",
                "%s\nDate : %s\nLieu : %s\n%s\nDate : %s\nLieu : %s\n%s\nDate : %s\nLieu : %s\n",
                "What we did\n\n1. %s\n   Date: %s\n   Place: %s\n\n2. %s\n   Date: %s\n   Place: %s\n\n3. %s\n   Date: %s\n   Place: %s\n",
                "- %s\n  Dates : %s\n  Lieu : %s\n- %s\n  Dates : %s\n  Lieu : %s\n- %s\n  Dates : %s\n  Lieu : %s\n",
                "<h1>What we did</h1><p>%s</p><p>Date: %s</p><p>Place: %s</p><p>%s</p><p>Date: %s</p><p>Place: %s</p><p>%s</p><p>Date: %s</p><p>Place: %s</p>",
                "<div>%s</div><div>Date : %s</div><div>Lieu : %s</div><div>%s</div><div>Date : %s</div><div>Lieu : %s</div><div>%s</div><div>Date : %s</div><div>Lieu : %s</div>",
                "<p>%s<br>Date: %s<br>Place: %s</p><p>%s<br>Date: %s<br>Place: %s</p><p>%s<br>Date: %s<br>Place: %s</p>"
            })
    void aLineThatNamesAFieldIsOfTheTitleAboveIt(String page) {
        assertThat(events(String.format(
                        page,
                        "Autumn fair",
                        "3 October 2009",
                        "Bergen",
                        "Night of the museums",
                        "15 May 2010",
                        "Namur",
                        "Choir day",
                        "20 February 2011",
                        "Graz")))
                .containsExactly(READ);
    }

    @Test
    void namesOfFieldsAndNumbersOfItemsAreNotLeftUnread() {
        ReadPage page = PagesOfManyKindsTest.read(
                "1. Autumn fair\n   Date: 3 October 2009\n   Place: Bergen\n\n2. Choir day\n   Date: 20 February 2011\n   Place: Graz\n");

        assertThat(page.account()).extracting(AccountedPart::use).doesNotContain(AccountedPart.Use.UNREAD);
    }
}
