package org.efcevents.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.efcevents.event.EventKind;
import org.efcevents.event.EventStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenEnumTest {

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void aConstantIsReadBackFromItsWord(EventKind kind) {
        OpenEnum<EventKind> read = OpenEnum.of(EventKind.class, OpenEnum.wordOf(kind));

        assertThat(read).isEqualTo(OpenEnum.of(kind)).hasToString(OpenEnum.wordOf(kind));
        assertThat(read.is(kind)).isTrue();
    }

    @Test
    void wordsHaveHyphens() {
        assertThat(OpenEnum.wordOf(EventKind.WORK_PACKAGE_MEETING)).isEqualTo("work-package-meeting");
    }

    @Test
    void anotherWordIsKeptAndIsNoConstant() {
        OpenEnum<EventStatus> read = OpenEnum.of(EventStatus.class, "Cancelled");

        assertThat(read.word()).isEqualTo("Cancelled");
        assertThat(read.constant()).isNull();
        assertThat(EventStatus.values()).noneMatch(read::is);
    }

    @Test
    void noWordIsNothing() {
        assertThat(OpenEnum.of(EventStatus.class, null)).isNull();
    }
}
