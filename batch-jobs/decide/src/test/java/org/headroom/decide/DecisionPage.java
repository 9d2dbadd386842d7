package org.headroom.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/DECISION.md, as its blocks and tables. */
final class DecisionPage {
    private static final Pattern BLOCK =
            Pattern.compile("^```\\w+ (\\S+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private final String text;

    DecisionPage() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/DECISION.md"))) {
            folder = folder.getParent();
        }
        try {
            text = Files.readString(folder.resolve("docs/DECISION.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    /** Texts by the names of the files that they are. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            files.put(block.group(1), block.group(2));
        }
        return files;
    }

    /** Rows of the first table below a heading, without its head; each with its cells. */
    List<List<String>> table(String heading) {
        int at = text.indexOf("\n## " + heading + "\n");
        if (at < 0) {
            throw new AssertionError("docs/DECISION.md has no heading " + heading);
        }
        return text.substring(at)
                .lines()
                .skip(2)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(DecisionPage::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).collect(Collectors.toList());
    }
}
