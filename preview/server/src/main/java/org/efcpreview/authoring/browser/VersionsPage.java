package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Parts;
import org.efcpreview.repository.Versions;

/** The versions of an item: which there are, what one of them held that is not so now, and going back to it. */
record VersionsPage(AppRequest here) {

    /**
     * A property that is not the same in a version as it is now.
     *
     * @param label what users read for it, after that of the parts it is in
     * @param then as it was; empty for nothing
     * @param now as it is; empty for nothing
     */
    public record Difference(String label, String then, String now) {}

    /** @throws Refusal if no action of the app leads here, or there is no such version */
    Reply answer(Node node) throws RepositoryException, Refusal {
        Request request = here.request();
        Versions versions = here.lifecycle().versions();
        boolean mayList = false;
        boolean mayRestore = false;
        for (Action action : here.app().actions()) {
            if (action.effect() == Action.Effect.VERSIONS
                    && here.obstacle(action, List.of(node)).isEmpty()) {
                mayList = true;
                mayRestore |= action.settings().text("dialogId").endsWith(":restoreVersion");
            }
        }
        if (request.sends() ? !mayRestore : !mayList) {
            throw AppRequest.noFit();
        }
        String version = request.asked("version");
        if (request.sends()) {
            here.lifecycle().restore(node, version, request.user());
            return request.seeOther(here.screen("", "path", node.getPath()), request.say("version.restored", version));
        }
        Map<String, Object> model =
                here.model(request.say("version.title", NodeTexts.title(node)), BrowserLocation.of(""));
        model.put("mayRestore", mayRestore);
        model.put("versions", versions.of(node));
        model.put("path", node.getPath());
        model.put("chosen", version);
        if (!version.isEmpty()) {
            Map<String, String> then = versions.read(node, version, VersionsPage::texts)
                    .orElseThrow(() -> new Refusal("version.gone", version).with(404));
            model.put("differences", differences(then, texts(node)));
        }
        return request.page(200, "version/versions.ftl", model);
    }

    private List<Difference> differences(Map<String, String> then, Map<String, String> now) {
        Map<String, String> labels = labels();
        Set<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .map(path ->
                        new Difference(label(path, labels), then.getOrDefault(path, ""), now.getOrDefault(path, "")))
                .filter(property -> !property.then().equals(property.now()))
                .toList();
    }

    /** What users read for properties: the labels of the form's fields. */
    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        Settings.of(here.app().definition()).objects("subApps").stream()
                .filter(subApp -> subApp.type().equals("DetailDescriptor"))
                .flatMap(subApp -> subApp.object("form").objects("properties").stream())
                .forEach(field ->
                        here.labels().find(field.at("label")).ifPresent(label -> labels.put(field.name(), label)));
        return labels;
    }

    /** {@code programme/programme0/title_fr} in words: labels where there are any, and the language. */
    private static String label(String path, Map<String, String> labels) {
        List<String> words = new ArrayList<>();
        for (String step : path.split("/")) {
            String stem = labels.containsKey(step) ? step : step.replaceAll("(_[a-z]{2}|\\d+)$", "");
            String rest = step.substring(stem.length()).replaceFirst("_(..)", "($1)");
            words.add(labels.containsKey(stem) ? (labels.get(stem) + " " + rest).strip() : step);
        }
        return String.join(" › ", words);
    }

    /** What editors wrote, by path: all but what the repository and Magnolia keep for themselves. */
    private static Map<String, String> texts(Node node) throws RepositoryException {
        Map<String, String> texts = new TreeMap<>();
        for (Property property : NodeTexts.own(node)) {
            boolean text = property.getType() != PropertyType.BINARY;
            texts.put(property.getName(), text ? String.join(", ", NodeTexts.all(property)) : "…");
        }
        for (Node part : JcrUtils.getChildNodes(node)) {
            if (!Parts.isContent(part) && !part.getName().startsWith("mgnl:")) {
                String name = part.getName();
                texts(part).forEach((path, text) -> texts.put(name + "/" + path, text));
            }
        }
        return texts;
    }
}
