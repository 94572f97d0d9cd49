package org.efcevents.desk;

import java.util.List;
import java.util.Optional;
import org.efcevents.channel.ChannelResponse;

/**
 * A page of the Archive desk. It is asked only on behalf of who may use the desk, and on an author instance.
 *
 * <p>Another page is a class of this kind in {@link DeskPages}, a template, and the messages {@code efc.desk.nav.<name>} for the
 * navigation and {@code efc.desk.<name>.…} for what the template prints.
 */
public interface DeskPage {

    /** The name in its address {@code /desk/<name>.html}; empty for the first page, {@code /desk.html}. */
    String name();

    /** The template that prints it, which has the model as {@code pageModel.subject().model()}. */
    String template();

    /** What is shown. Nothing may be changed by this. */
    DeskAnswer shown(DeskRequest request);

    /**
     * Does what a form asks for. It has come from a page of this site.
     *
     * @return empty if the page takes no forms
     */
    default Optional<DeskAnswer> sent(DeskRequest request) {
        return Optional.empty();
    }

    /** The page as a table for other programs, at {@code /desk/<name>.csv}; empty if there is none. */
    default Optional<ChannelResponse> table(DeskRequest request) {
        return Optional.empty();
    }

    /** The keys of the messages that its Java needs: {@link DeskRequest#messages}. */
    default List<String> messages() {
        return List.of();
    }
}
