package org.efcevents.pagetext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads a page of HTML: the words that a reader sees, in blocks, and what the markup says of them. A line break ends a block as an element
 * does. What has no words of its own, such as a script or the choices of a form, is left out; of a picture the alternative text stands.
 */
public final class HtmlPage implements NodeFilter {

    /** Elements without words that a reader sees. What is left open by mistake, such as {@code svg}, must not be among them. */
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "head", "select", "datalist", "iframe", "textarea", "title", "desc");

    /** Elements deeper than that are read as if they were beside the one around them. */
    private static final int DEEPEST = 200;

    private static final int DEEPEST_HEADING = 6;

    /** What tells one of many from the next: {@code views-row-3}, {@code odd}, {@code first}. */
    private static final Pattern NUMBERED = Pattern.compile("\\d+|(?<![a-z])(?:odd|even|first|last)(?![a-z])");

    /** Classes by which systems say what an entry is about, not what it is: {@code category-newsletter}; and what stands before the name of a field: {@code field-name-body}. */
    private static final Pattern OF_CONTENT = Pattern.compile(
            "(?<!\\S)(?:category|categories|cat|tag|term|topic)[-_]\\S*|\\S*_cat[-_]\\S*|(?<!\\S)field--?name-(?:field-)?");

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final Map<Integer, Map<String, Integer>> paths = new HashMap<>();
    private final Deque<Box> open = new ArrayDeque<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Deque<OpenMark> openMarks = new ArrayDeque<>();
    private final List<String> anchors = new ArrayList<>();
    private final SilentPictures silent = new SilentPictures();
    private final TableColumns columns = new TableColumns();
    private int count;
    private int pathCount;
    private int from = -1;
    private boolean space;
    private int breaks;

    /** Words whose element is not closed yet; {@code from} is -1 until there are any. */
    private static final class OpenMark {
        private final Mark.Kind kind;
        private final String value;
        private final Element element;
        private int from;

        OpenMark(Mark.Kind kind, String value, Element element) {
            this.kind = kind;
            this.value = value;
            this.element = element;
            this.from = -1;
        }
    }

    private HtmlPage() {}

    /** Reads a page that jsoup has parsed. */
    public static PageText read(Document document) {
        HtmlPage page = new HtmlPage();
        NodeTraversor.filter(page, document.body());
        page.endBlock();
        page.silent.end(null, page.blocks, page.boxes);
        List<Block> blocks = EventMarkup.of(document).marked(page.labelled(), page.text.toString());
        return new PageText(
                WordForms.collapsed(document.title()), page.text.toString(), blocks, page.boxes, page.spanned(blocks));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText(), keepsLines(words));
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String tag = element.normalName();
        if (UNSEEN.contains(tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (tag) {
            case "br" -> {
                endBlock();
                breaks++;
            }
            case "img" -> addPicture(element);
            case "table" -> columns.add(element);
            default -> {}
        }
        if (isBlock(element)) {
            endBlock();
            breaks = 0;
            openBox(element);
        }
        if (SetApart.isFromBefore(element)) {
            space = true;
        }
        anchorOf(element);
        openMark(element, tag);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (!openMarks.isEmpty() && openMarks.peek().element == element) {
                closeMark(openMarks.pop());
            }
            if (isBlock(element)) {
                endBlock();
                breaks = 0;
                if (!open.isEmpty() && elements.get(open.peek().number()) == element) {
                    silent.end(open.pop(), blocks, boxes);
                }
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isBlock(Element element) {
        // To jsoup what is struck out or put in is a block; browsers print it in the line.
        return element.isBlock() && !element.normalName().matches("ins|del")
                || element.normalName().equals("summary")
                || element.normalName().equals("td")
                || element.normalName().equals("th");
    }

    private static boolean keepsLines(TextNode words) {
        return words.parent() instanceof Element parent && parent.normalName().equals("pre");
    }

    private void openBox(Element element) {
        Box parent = open.peek();
        if (parent != null && parent.depth() >= DEEPEST) {
            parent = parent.parent();
        }
        StringBuilder signature = new StringBuilder(element.normalName());
        element.classNames().stream()
                .map(name -> NUMBERED.matcher(name).replaceAll(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .limit(8)
                .forEach(name -> signature.append('.').append(name));
        int path = paths.computeIfAbsent(parent == null ? -1 : parent.path(), above -> new HashMap<>())
                .computeIfAbsent(signature.toString(), own -> pathCount++);
        Set<String> words = new HashSet<>();
        for (String attribute : List.of("class", "id", "itemprop", "role")) {
            words.addAll(
                    WordForms.ofName(OF_CONTENT.matcher(element.attr(attribute)).replaceAll("")));
        }
        if (element.normalName().equals("figcaption")) {
            words.add(Block.CAPTION);
        }
        Box box = new Box(
                parent,
                count++,
                parent == null ? 0 : parent.depth() + 1,
                tag(element),
                signature.toString(),
                path,
                words);
        elements.add(element);
        open.push(box);
    }

    /** Its own; that of a heading for what can be clicked to see the rest, one level above those within. */
    private static String tag(Element element) {
        if (!element.normalName().equals("summary") || element.parent() == null) {
            return element.normalName();
        }
        int level = element.parent().select("h2, h3, h4, h5, h6").stream()
                .mapToInt(heading -> heading.normalName().charAt(1) - '1')
                .min()
                .orElse(DEEPEST_HEADING);
        return "h" + level;
    }

    private void openMark(Element element, String tag) {
        switch (tag) {
            case "b", "strong", "big", "th" -> openMarks.push(new OpenMark(Mark.Kind.STRONG, "", element));
            case "del", "s", "strike" -> openMarks.push(new OpenMark(Mark.Kind.STRUCK, "", element));
            case "font" -> {
                if (element.attr("size").matches("\\+[1-9]|[4-7]")) {
                    openMarks.push(new OpenMark(Mark.Kind.STRONG, "", element));
                }
            }
            case "a" -> {
                if (element.hasAttr("href")) {
                    openMarks.push(
                            new OpenMark(Mark.Kind.LINK, element.attr("href").strip(), element));
                }
            }
            case "small" -> openMarks.push(
                    new OpenMark(SetApart.isUnderPicture(element) ? Mark.Kind.CAPTION : Mark.Kind.STYLED, "", element));
            case "time" -> openMarks.push(new OpenMark(
                    PostingMarkup.isOf(element) ? Mark.Kind.POSTING : Mark.Kind.TIME,
                    element.attr("datetime").strip(),
                    element));
            default -> {
                if (!isBlock(element) && PostingMarkup.isOf(element)) {
                    openMarks.push(new OpenMark(Mark.Kind.POSTING, "", element));
                    return;
                }
                if (element.attr("itemprop").matches("startDate|endDate") && element.hasAttr("content")) {
                    openMarks.push(
                            new OpenMark(Mark.Kind.TIME, element.attr("content").strip(), element));
                } else if (SetApart.isStyled(element)) {
                    openMarks.push(new OpenMark(Mark.Kind.STYLED, "", element));
                }
            }
        }
    }

    private void anchorOf(Element element) {
        String anchor =
                element.normalName().equals("a") && !element.hasAttr("id") ? element.attr("name") : element.id();
        if (!anchor.isBlank()) {
            anchors.add(anchor);
        }
    }

    private void closeMark(OpenMark mark) {
        if (mark.from >= 0 && from >= 0 && mark.from < text.length()) {
            marks.add(new Mark(mark.kind, new Passage(mark.from, text.length()), mark.value));
        }
    }

    private void addPicture(Element picture) {
        String address = picture.attr("src").strip();
        String words = SilentPictures.words(picture.attr("alt"));
        int before = text.length();
        space = true;
        add(words, false);
        if (from < 0) {
            silent.add(address);
            return;
        }
        int length = text.length() == before ? 0 : words.length();
        marks.add(new Mark(Mark.Kind.PICTURE, new Passage(text.length() - length, text.length()), address));
        space = true;
    }

    private void add(String words, boolean lines) {
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            if (lines && character == '\n') {
                endBlock();
                breaks++;
            } else if (WordForms.isSpace(character)) {
                space = true;
            } else if (!WordForms.isInvisible(character)) {
                begin();
                text.append(character);
            }
        }
    }

    /** Before a character: begins a block if none has begun, else puts one space where there was any. */
    private void begin() {
        if (from < 0) {
            from = text.length();
            anchors.forEach(anchor -> marks.add(new Mark(Mark.Kind.ANCHOR, new Passage(from, from), anchor)));
            anchors.clear();
            marks.addAll(silent.at(from));
        } else if (space) {
            text.append(' ');
        }
        space = false;
        for (OpenMark mark : openMarks) {
            if (mark.from >= 0) {
                break;
            }
            mark.from = text.length();
        }
    }

    private void endBlock() {
        space = false;
        if (from < 0) {
            return;
        }
        for (OpenMark mark : openMarks) {
            closeMark(mark);
            mark.from = -1;
        }
        Box box = open.peek();
        blocks.add(new Block(
                BlockKinds.kind(box),
                BlockKinds.level(box),
                new Passage(from, text.length()),
                Math.max(0, breaks - 1),
                Set.of(),
                marks));
        boxes.add(box);
        PageRefused.checkBlocks(blocks.size());
        marks.clear();
        text.append('\n');
        from = -1;
        breaks = 0;
    }

    /** The blocks with what their surroundings call them. */
    private List<Block> labelled() {
        int[] held = new int[elements.size()];
        for (Box box : boxes) {
            for (Box around = box; around != null; around = around.parent()) {
                held[around.number()]++;
            }
        }
        List<Block> labelled = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Set<String> labels = new HashSet<>();
            for (Box around = boxes.get(i); around != null && held[around.number()] == 1; around = around.parent()) {
                labels.addAll(around.words());
            }
            for (Box around = boxes.get(i); around != null; around = around.parent()) {
                if (around.tag().equals("td") || around.tag().equals("th")) {
                    labels.addAll(columns.labels(elements.get(around.number())));
                    break;
                }
            }
            labelled.add(new Block(
                    block.kind(), block.level(), block.passage(), block.emptyLinesBefore(), labels, block.marks()));
        }
        return labelled;
    }

    /** Of each row the blocks of cells that began in a row above it. */
    private Map<Box, List<Block>> spanned(List<Block> blocks) {
        Map<Element, List<Block>> ofCell = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (Box box = boxes.get(i); box != null; box = box.parent()) {
                if (box.tag().equals("td") || box.tag().equals("th")) {
                    ofCell.computeIfAbsent(elements.get(box.number()), none -> new ArrayList<>())
                            .add(blocks.get(i));
                }
            }
        }
        Map<Box, List<Block>> spanned = new HashMap<>();
        for (Box box : boxes) {
            for (Box row = box; row != null; row = row.parent()) {
                if (row.tag().equals("tr") && !spanned.containsKey(row)) {
                    spanned.put(
                            row,
                            columns.spanning(elements.get(row.number())).stream()
                                    .flatMap(cell -> ofCell.getOrDefault(cell, List.of()).stream())
                                    .toList());
                }
            }
        }
        return spanned;
    }
}
