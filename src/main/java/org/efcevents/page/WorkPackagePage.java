package org.efcevents.page;

import java.util.List;
import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.archive.WorkPackageReport;
import org.efcevents.channel.Subject;
import org.efcevents.content.NodeLink;
import org.efcevents.index.EventSelection;
import org.efcevents.message.Messages;
import org.efcevents.workpackage.WorkPackage;

/**
 * A work package.
 *
 * @param workPackage the work package
 * @param followed its events, in the order of the archive
 * @param report what it did; null for other channels, and if there is no such page
 */
public record WorkPackagePage(WorkPackage workPackage, EventSelection followed, WorkPackageReport report)
        implements Subject {

    @Override
    public PageKind kind() {
        return PageKind.WORK_PACKAGE;
    }

    @Override
    public String path() {
        return kind().path(workPackage.slug());
    }

    @Override
    public boolean hasPage() {
        return report != null;
    }

    @Override
    public String part(Messages messages) {
        return workPackage.label();
    }

    @Override
    public List<NodeLink> links() {
        return workPackage.description() == null
                ? List.of()
                : workPackage.description().links();
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return question.workPackage(workPackage);
    }
}
