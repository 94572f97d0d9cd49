package org.efcevents.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efcevents.address.PageKind;
import org.efcevents.channel.Channel;
import org.efcevents.channel.ChannelContext;
import org.efcevents.channel.Subject;
import org.efcevents.linkeddata.LinkedData;
import org.efcevents.message.Messages;

/** What a page says for machines of what it is about. */
final class PageData {

    private PageData() {}

    /** JSON-LD, safe inside a {@code script} element; null for none. */
    static String of(Subject subject, PageRequest request, ChannelContext context) {
        LinkedData data = new LinkedData(request.addresses(), request.timeZone(), request.license());
        String section = context.messages().text(request.kind().sectionName());
        Map<String, String> files = context.fileAddresses();
        if (subject instanceof EventPage page) {
            return data.event(page.shown(), page.registration(), section, files);
        }
        if (subject instanceof SpeakerPage page) {
            return data.person(page.speaker(), section, files);
        }
        if (subject instanceof ArchivePage page) {
            return page.filter().isEmpty() && page.filter().page() == 1
                    ? data.dataset(
                            context.messages().text(Messages.SITE),
                            context.messages().text(Messages.DATASET),
                            downloads(subject, request))
                    : null;
        }
        return subject instanceof WorkPackagePage page ? data.project(page.workPackage(), section) : null;
    }

    private static Map<String, String> downloads(Subject subject, PageRequest request) {
        Map<String, String> downloads = new LinkedHashMap<>();
        Channel.of(PageKind.ARCHIVE).stream()
                .filter(channel -> channel != Channel.PAGE && channel.offers(subject))
                .forEach(channel -> downloads.put(
                        request.addresses().here(subject.path() + "." + channel.ending()), channel.mediaType()));
        return downloads;
    }
}
