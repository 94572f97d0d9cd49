package org.efcevents.health;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.efcevents.event.Visibility;

/**
 * Whether those get the files of events who should, and nobody else.
 *
 * @param files the files that are there, by their identifiers; null if it is not known which are
 */
record CheckedFileUses(Map<String, CheckedFile> files) {

    /** What is wrong with the files of an event: what it calls those of which a check finds something. */
    Map<Check, List<String>> lacking(CheckedNode event) {
        Map<Check, List<String>> lacking = new EnumMap<>(Check.class);
        if (files != null) {
            boolean open = Visibility.at(event.path()) == Visibility.PUBLIC;
            for (FileUse use : event.files()) {
                CheckedFile file = files.get(use.file());
                if (file == null) {
                    add(lacking, Check.FILE_GONE, use);
                    continue;
                }
                if (event.published() && !file.published()) {
                    add(lacking, Check.FILE_NOT_PUBLISHED, use);
                }
                if (!file.forMembers() && (use.forMembers() || !open)) {
                    add(lacking, Check.FILE_REACHABLE, use);
                }
                if (file.forMembers() && !use.forMembers() && open) {
                    add(lacking, Check.FILE_OUT_OF_REACH, use);
                }
            }
        }
        return lacking;
    }

    private static void add(Map<Check, List<String>> lacking, Check check, FileUse use) {
        lacking.computeIfAbsent(check, first -> new ArrayList<>()).add(use.title());
    }
}
