package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;
import static org.efcevents.migration.PagesOfManyKindsTest.read;

import java.util.List;
import org.efcevents.pagetext.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of which nothing is said: they are pictures of their event, and their files' names are no words of it. */
class PicturesWithoutWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><img src='2009/fair-2.jpg' alt=''><p>3 October 2009</p><h3>Autumn fair</h3><p>We sold jam.</p></article>"
                        + "<article><img src='2010/night-4.jpg' alt=''><p>15 May 2010</p><h3>Night of the museums</h3></article>",
                "<div class='c'><div class='i'><img src='2009/fair-2.jpg' alt></div><b>3 October 2009</b> Autumn fair</div>"
                        + "<div class='c'><div class='i'><img src='2010/night-4.jpg'></div><b>15 May 2010</b> Night of the museums</div>",
                "<div class='c'><img src='2009/fair-2.jpg' alt='200x150'><p>Autumn fair</p><p>3 October 2009</p></div>"
                        + "<div class='c'><img src='2010/night-4.jpg' alt='night-4.jpg'><p>Night of the museums</p><p>15 May 2010</p></div>",
                "<ul><li>3 October 2009: Autumn fair <img src='2009/fair-2.jpg' alt=''></li>"
                        + "<li>15 May 2010: Night of the museums <img src='2010/night-4.jpg' alt=''></li></ul>",
                "<article><h3>Autumn fair</h3><p>3 October 2009</p><div><img src='2009/fair-2.jpg' alt=''></div></article>"
                        + "<article><h3>Night of the museums</h3><p>15 May 2010</p><div><img src='2010/night-4.jpg' alt=''></div></article>"
            })
    void areOfTheirEventAndSayNothing(String page) {
        assertThat(events(page)).containsExactly("Autumn fair | 2009-10-03", "Night of the museums | 2010-05-15");
        assertThat(read(page).text()).doesNotContain("jpg");
        assertThat(read(page).events())
                .extracting(event -> event.attachments().pictures().stream()
                        .map(Finding::value)
                        .toList())
                .containsExactly(List.of("2009/fair-2.jpg"), List.of("2010/night-4.jpg"));
    }
}
