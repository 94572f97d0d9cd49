package org.efcevents.savedpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file an address on a page means. */
class PageFilesTest {

    private static final PageFiles FILES = new PageFiles(
            "past/Past Events.html",
            List.of(
                    "past/Past Events_files/a.jpg",
                    "past/Past Events_files/b(1).jpg",
                    "past/Past Events_files/réunion.png",
                    "past/media/2011/minutes.pdf",
                    "past/media/2012/minutes.pdf",
                    "past/media/agenda.pdf",
                    "old.example.org/files/list.pdf",
                    "past/show.php?id=7.jpg",
                    "top.pdf"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Past%20Events_files/a.jpg | past/Past Events_files/a.jpg",
                "Past Events_files/a.jpg | past/Past Events_files/a.jpg",
                "./Past%20Events_files/a.jpg | past/Past Events_files/a.jpg",
                "./Past%20Events_files/A.JPG | past/Past Events_files/a.jpg",
                "Past%20Events_files/b(1).jpg | past/Past Events_files/b(1).jpg",
                "Past%20Events_files/b%281%29.jpg | past/Past Events_files/b(1).jpg",
                "Past%20Events_files/r%C3%A9union.png | past/Past Events_files/réunion.png",
                "Past%20Events_files/re\u0301union.png | past/Past Events_files/réunion.png",
                "Past%20Events_files/a.jpg?width=300#x | past/Past Events_files/a.jpg",
                "show.php?id=7.jpg | past/show.php?id=7.jpg",
                "show.php%3Fid=7.jpg | past/show.php?id=7.jpg",
                "media/2012/minutes.pdf | past/media/2012/minutes.pdf",
                "../top.pdf | top.pdf",
                "../../../top.pdf | top.pdf",
                "/media/2011/minutes.pdf | past/media/2011/minutes.pdf",
                "https://old.example.org/media/2011/minutes.pdf | past/media/2011/minutes.pdf",
                "HTTPS://old.example.org/media/2011/minutes.pdf?download | past/media/2011/minutes.pdf",
                "//old.example.org/media/2011/minutes.pdf | past/media/2011/minutes.pdf",
                "https://old.example.org/files/list.pdf | old.example.org/files/list.pdf",
                "https://old.example.org/sites/default/files/agenda.pdf | past/media/agenda.pdf",
                "file:///C:/Users/ann/a.jpg | past/Past Events_files/a.jpg",
                "elsewhere/a.jpg | past/Past Events_files/a.jpg"
            })
    void aFile(String address, String file) {
        assertThat(FILES.at(address)).contains(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://old.example.org/2013/minutes.pdf",
                "minutes.pdf",
                "Past%20Events_files/c.jpg",
                "Past%20Events_files/",
                "data:image/png;base64,a.jpg",
                "javascript:a.jpg",
                "mailto:a.jpg",
                "https://old.example.org/",
                "https://a.jpg",
                "%FF%FE",
                "%",
                "#a.jpg",
                "?a.jpg",
                "",
                "\0"
            })
    void none(String address) {
        assertThat(FILES.at(address)).isEmpty();
    }
}
