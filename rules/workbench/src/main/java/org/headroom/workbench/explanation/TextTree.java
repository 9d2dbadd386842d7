package org.headroom.workbench.explanation;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.Printable;

/** A tree of lines as text with box-drawing lines; long lines go on below themselves. Not safe for several threads. */
public final class TextTree {
    private static final int WIDTH = 110;

    private final String words;
    private final List<TextTree> branches = new ArrayList<>();

    /** A tree without branches. */
    public TextTree(String words) {
        this.words = Printable.line(words);
    }

    /** Adds a branch below the others and gives it, so that branches can be added to it. */
    public TextTree add(String line) {
        TextTree branch = new TextTree(line);
        branches.add(branch);
        return branch;
    }

    /** The line of this tree itself, safe to show. */
    public String words() {
        return words;
    }

    /** What is below it, in order. */
    public List<TextTree> branches() {
        return List.copyOf(branches);
    }

    /** The whole tree; lines end in a line feed on every system and are held to 110 columns, but for a single longer word. */
    public String text() {
        StringBuilder out = new StringBuilder(4096);
        write(out, "", "");
        return out.toString();
    }

    private void write(StringBuilder out, String first, String rest) {
        String below = rest + (branches.isEmpty() ? "   " : "│  ");
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : words.split(" ")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(below);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        out.append(line).append('\n');
        for (int i = 0; i < branches.size(); i++) {
            boolean isLast = i + 1 == branches.size();
            branches.get(i).write(out, rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "));
        }
    }
}
