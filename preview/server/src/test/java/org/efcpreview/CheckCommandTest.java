package org.efcpreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is missing in the archive is told on the command line, too. */
@Tag("server")
class CheckCommandTest {
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Preview.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] line = new String[more.length + 3];
        line[0] = "check";
        line[1] = "--home";
        line[2] = home.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return command.execute(line);
    }

    @Test
    void theExitStatusSaysWhetherAnythingIsWrong() throws Exception {
        InstalledHome.at(home);
        assertThat(check()).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("missing  report-missing  /events/").contains(" 0 of them wrong");

        try (ContentRepository author = ContentRepository.open(home.resolve("author"))) {
            var session = author.login("efc-events", User.SYSTEM);
            var event = session.getNode("/events").addNode("half", "efc:event");
            event.setProperty("title", "Half");
            event.setProperty("precision", "day");
            event.setProperty("start", "2014-02-30");
            session.save();
            session.logout();
        }
        assertThat(check("--csv")).isEqualTo(1);
        assertThat(out.toString())
                .contains("check,severity,type,title,path,detail,since,form")
                .contains("date-wrong,wrong,efc:event,Half,/events/half,2014-02-30,");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aHomeOfARunningServerIsLeftAlone() throws Exception {
        Options options = InstalledHome.at(home);
        try (PreviewServer running = PreviewServer.start(options)) {
            assertThat(running.address()).isNotNull();
            assertThat(check()).isEqualTo(3);
        }
        assertThat(err.toString()).contains("is in use by another server");
        assertThat(out.toString()).isEmpty();
    }
}
