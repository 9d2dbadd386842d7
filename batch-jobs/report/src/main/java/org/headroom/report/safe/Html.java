package org.headroom.report.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * HTML put together piece by piece. Names of elements and attributes are those of the code; every text and every value of an attribute is
 * escaped here, and there is no way round that but for the style and the scripts of Headroom itself. Not safe for several threads.
 */
public final class Html {
    private static final int LARGE = 1 << 15;

    private final StringBuilder out = new StringBuilder(2 * LARGE);
    private final Writer to;
    private final Deque<String> opened = new ArrayDeque<>();

    private Html(Writer to) {
        this.to = to;
    }

    /** Begins a document in HTML 5, which goes to a writer bit by bit. */
    public static Html document(Writer to) {
        Html html = new Html(to);
        html.out.append("<!DOCTYPE html>\n");
        return html;
    }

    /**
     * Opens an element.
     *
     * @param attributes name, value, name, value ...
     */
    public Html open(String element, String... attributes) {
        tag(element, attributes);
        opened.push(element);
        return this;
    }

    /** Closes the element that was opened last; a line ends behind it where it is a block. */
    public Html close() {
        String element = opened.pop();
        out.append("</").append(element).append('>');
        if (element.length() > 2 || element.equals("tr") || element.equals("li") || element.equals("ul")) {
            out.append('\n');
        }
        if (out.length() > LARGE) {
            flush();
        }
        return this;
    }

    private void flush() {
        try {
            to.append(out);
            out.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text. */
    public Html text(String text) {
        Escaping.text(out, text);
        return this;
    }

    /** A blank between two texts. */
    public Html blank() {
        out.append(' ');
        return this;
    }

    /** An element with a text. */
    public Html line(String element, String text, String... attributes) {
        tag(element, attributes);
        text(text);
        opened.push(element);
        return close();
    }

    /** An element without content. */
    public Html bare(String element, String... attributes) {
        tag(element, attributes);
        out.append('\n');
        return this;
    }

    /** An element without content as SVG has it. */
    public Html shape(String element, String... attributes) {
        tag(element, attributes);
        out.setCharAt(out.length() - 1, '/');
        out.append(">");
        return this;
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            Escaping.attribute(out, attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    /** The style of the page. */
    public Html style(OwnSource style) {
        out.append("<style>").append(style.text()).append("</style>\n");
        return this;
    }

    /** The script of the page. */
    public Html script(OwnSource script) {
        out.append("<script>").append(script.text()).append("</script>\n");
        return this;
    }

    /**
     * An object of data for the script.
     *
     * @param content writes what is in the object
     */
    public Html data(String id, Consumer<ScriptJson> content) {
        out.append("<script type=\"application/json\" id=\"").append(id).append("\">");
        flush();
        ScriptJson json = new ScriptJson(to);
        content.accept(json);
        json.end();
        out.append("</script>\n");
        return this;
    }

    /** Closes what is open; all of it is with the writer then, which stays open. */
    public void end() {
        while (!opened.isEmpty()) {
            close();
        }
        flush();
    }
}
