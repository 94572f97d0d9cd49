package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.page;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of the authoring UI, each field of which has been filled with what is hard to keep: signs, and as many as it takes. */
final class EveryField {
    private static final String AWKWARD = "<b>&\"' \uD83D\uDE80 é";

    /** What some field of the module takes, after which one may be tried in turn. */
    private static final List<String> TRIED = List.of(
            "https://example.org/?a=1&b=%C3%A9",
            "09:30", "BE", "2014", "2014-03", "XXXX-06-24", "Europe/Brussels", "fr-BE", "42", "once-here");

    private final Browser browser;
    private final String address;
    private final Map<String, List<String>> filled;
    private final Set<String> names = new TreeSet<>();

    private EveryField(Browser browser, String address, Map<String, List<String>> filled) {
        this.browser = browser;
        this.address = address;
        this.filled = filled;
    }

    /**
     * Opens a form, adds two entries to whatever can be repeated, and fills every field.
     *
     * @param option what is chosen where a choice decides which fields follow
     * @param nodeName the web address, if the form has one
     */
    static EveryField of(Browser browser, String address, String option, String nodeName) throws Exception {
        Element form = form(opened(browser.get(address), address));
        Set<String> added = new TreeSet<>();
        for (boolean more = true; more; ) {
            more = false;
            for (String add : form.select("button[name=_do][value^=add:]").eachAttr("value")) {
                if (added.add(add)) {
                    for (int i = 0; i < 2; i++) {
                        Map<String, List<String>> fields = sent(form);
                        fields.put("_do", List.of(add));
                        form = form(opened(browser.submit(address, fields), address));
                    }
                    more = true;
                }
            }
        }
        EveryField every = new EveryField(browser, address, sent(form));
        for (Element control : form.select(".field :is(input, select, textarea)[name]")) {
            if (!isOfAnotherForm(control, option)) {
                every.fill(control, option, nodeName);
            }
        }
        assertThat(every.names).as(address).isNotEmpty();
        return every;
    }

    private static Document opened(HttpResponse<String> answer, String address) {
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return page(answer);
    }

    private void fill(Element control, String option, String nodeName) {
        String name = control.attr("name");
        int length = control.hasAttr("maxlength") ? Integer.parseInt(control.attr("maxlength")) : 3000;
        names.add(name);
        if (control.is("select, [type=checkbox]")) {
            List<String> options =
                    control.select("option[value~=.], [type=checkbox]").eachAttr("value");
            if (control.is("[type=checkbox]")) {
                List<String> ticked = filled.get(name);
                ticked.removeIf(options::contains);
                ticked.addAll(options);
            } else if (!options.isEmpty()) {
                filled.put(name, List.of(options.get(options.size() - 1)));
            }
        } else if (control.is("[type=radio]")) {
            filled.put(name, List.of(option));
        } else if (control.is("[type=date]")) {
            filled.put(name, List.of("2014-03-24"));
        } else if (control.is("[data-rich]")) {
            filled.put(name, List.of("<p>&lt;b&gt;&amp;\"' \uD83D\uDE80 <em>é</em></p>"));
        } else if (name.equals("jcrName")) {
            filled.put(name, List.of(nodeName));
        } else {
            filled.put(name, List.of((AWKWARD + "x".repeat(length)).substring(0, length)));
        }
    }

    private static boolean isOfAnotherForm(Element control, String option) {
        Element within = control.closest(".form[data-form]");
        if (within == null) {
            return false;
        }
        return !within.closest(".switch")
                .selectFirst("input[type=radio][data-form=" + within.attr("data-form") + "]")
                .val()
                .equals(option);
    }

    /** Sends the form, with what each field that refuses its text does take; it must be stored in the end. */
    HttpResponse<String> send(String button) throws Exception {
        filled.put("_do", List.of(button));
        HttpResponse<String> answer = browser.submit(address, filled);
        for (int i = 0; i < TRIED.size() && answer.statusCode() == 422; i++) {
            Element wrong = form(page(answer));
            assertThat(wrong.select("[aria-invalid=true]")).isNotEmpty();
            for (Element control : wrong.select("[aria-invalid=true]")) {
                String name = control.attr("name");
                assertThat(names).as(page(answer).select("#errors").text()).contains(name);
                filled.put(name, List.of(TRIED.get(i)));
            }
            answer = browser.submit(address, filled);
        }
        assertThat(answer.statusCode())
                .as(page(answer).select("#errors").text())
                .isEqualTo(303);
        return answer;
    }

    /** Whether each field has what was filled in. */
    void areIn(Map<String, List<String>> read) {
        for (String name : names) {
            assertThat(read.get(name)).as(name).isEqualTo(filled.get(name));
        }
    }

    /** The form of a screen that edits something. */
    static Element form(Document page) {
        return page.selectFirst("form:has(input[name=_base])");
    }

    /** What a browser would send of a form as it stands, without its buttons. */
    static Map<String, List<String>> sent(Element form) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (Element control : form.select("input[name], select[name], textarea[name]")) {
            List<String> values = sent.computeIfAbsent(control.attr("name"), name -> new ArrayList<>());
            if (control.is("textarea")) {
                values.add(control.wholeText().replaceFirst("^\n", ""));
            } else if (control.is("select")) {
                values.addAll(control.select("option[selected]").eachAttr("value"));
            } else if (!control.is("[type=checkbox], [type=radio]") || control.hasAttr("checked")) {
                values.add(control.val());
            }
        }
        return sent;
    }
}
