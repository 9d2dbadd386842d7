package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README of the policy shows works: each command is run on a copy of the sample, each block of a file is put into a copy of the
 * policy, which then is checked and tested. The word after {@code ```yaml} names the file; after it, {@code +} says that the block is added
 * to the end of it. A block of {@code drl} is a rule file of its own, one of {@code csv} the file named; one of {@code text} shows what is printed.
 */
class PolicyReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*) ?([^\\n]*)\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)\\./headroom ([^`\\n#]+)");
    private static final String POLICY = "rules/policy/";

    /** Words of the commands that stand for something of the user's. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("ID", "MINE-01"),
            Map.entry("RUN", "2026-06-01-1"),
            Map.entry("2026-05-01-1", "2026-06-01-1"),
            Map.entry("N", "10"),
            Map.entry("DIR", "rules/policy"),
            Map.entry("A", "us-ai-hosting"),
            Map.entry("B", "conservative"),
            Map.entry("P1", "us-ai-hosting"),
            Map.entry("P2", "conservative"));

    @TempDir
    private Path folder;

    private Path home;
    private SampleProject project;
    private String readme;

    private record Block(String language, String file, String text) {}

    @BeforeEach
    void copy() throws IOException {
        home = folder.resolve("home");
        project = new SampleProject(home).asDefault();
        readme = Files.readString(Headroom.HOME.resolve(POLICY + "README.md"));
    }

    private List<Block> blocks(String language) {
        return BLOCK.matcher(readme)
                .results()
                .map(found -> new Block(found.group(1), found.group(2).strip(), found.group(3)))
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private Headroom.Result run(String... arguments) {
        return Headroom.with(arguments)
                .environment("HEADROOM_HOME", home.toString())
                .in(home)
                .run();
    }

    private Headroom.Result rules(String what) {
        return Headroom.with("rules", what, "--policy", home.resolve(POLICY).toString())
                .environment("HEADROOM_HOME", home.toString())
                .run();
    }

    private void holds() {
        for (String what : List.of("check", "test")) {
            Headroom.Result result = rules(what);
            assertThat(result.exit()).as(result.out() + result.err()).isZero();
        }
    }

    private void edit(String file, UnaryOperator<String> change) {
        project.edit(POLICY + file, change);
    }

    @Test
    void everyBlockSaysWhatItIs() {
        assertThat(BLOCK.matcher(readme).results().map(found -> found.group(1)))
                .isSubsetOf("sh", "yaml", "drl", "csv", "text")
                .contains("sh", "yaml", "drl", "csv");
    }

    @Test
    void everyCommandWorks() {
        EarlierNight.lay(home.resolve("runs"));
        Headroom.Result rank = run("rank");
        assertThat(rank.exit()).as(rank.err()).isZero();
        Set<String> commands = new LinkedHashSet<>();
        COMMAND.matcher(readme)
                .results()
                .forEach(found -> commands.add(found.group(1).strip()));
        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            List<String> words = new ArrayList<>();
            for (String word : command.split(" +")) {
                words.add(MEANT.getOrDefault(word, word));
            }
            // It goes on until it is ended, and has a test of its own.
            if (!words.contains("watch")) {
                Headroom.Result result = run(words.toArray(String[]::new));
                assertThat(result.exit()).as(command + "\n" + result.err()).isZero();
            }
        }
    }

    @Test
    void everyRuleCanBeAdded() throws IOException {
        List<Block> rules = blocks("drl");
        StringBuilder text = new StringBuilder("package headroom.policy;\n\nimport org.headroom.rules.Site;\n");
        rules.forEach(rule -> text.append('\n').append(rule.text()));
        Files.writeString(home.resolve(POLICY + "drl/readme.drl"), text);
        for (Block table : blocks("csv")) {
            Files.writeString(home.resolve(POLICY + table.file()), table.text());
        }
        // The rules' examples stand in the README as well.
        addExamples();
        holds();
    }

    private void addExamples() throws IOException {
        for (Block block : blocks("yaml")) {
            if (block.file().endsWith("+")) {
                String file =
                        block.file().substring(0, block.file().length() - 1).strip();
                String indented = block.text().indent(2);
                edit(file, text -> text.stripTrailing() + "\n" + indented);
            }
        }
    }

    @Test
    void everyOtherFileCanBeWritten() throws IOException {
        for (Block block : blocks("yaml")) {
            if (!block.file().endsWith("+")) {
                assertThat(block.file()).as(block.text()).isEqualTo("weights.yaml");
                Files.writeString(home.resolve(POLICY + block.file()), block.text());
                try (Stream<Path> tables = Files.list(home.resolve(POLICY + "criteria"))) {
                    for (Path table : tables.toList()) {
                        edit("criteria/" + table.getFileName(), text -> text.replaceAll("\n    weight: [0-9.]+", ""));
                    }
                }
                Headroom.Result check = rules("check");
                assertThat(check.exit()).as(check.out() + check.err()).isZero();
            }
        }
    }

    @Test
    void everyValueFunctionCanBeWritten() {
        Map<String, String> criterion = Map.of(
                "piecewiseLinear", "criteria/energy-price.yaml",
                "step", "criteria/grid-headroom.yaml",
                "sCurve", "criteria/cooling.yaml",
                "target", "criteria/energy-price.yaml",
                "categories", "criteria/moratorium.yaml");
        Map<String, String> name = Map.of(
                "piecewiseLinear", "energyPriceUsdPerMwh",
                "step", "nominalVoltageKv",
                "sCurve", "wetBulbP99C",
                "target", "energyPriceUsdPerMwh",
                "categories", "moratoriumGate");
        List<MatchResult> rows = Pattern.compile("(?m)^\\| `((\\w+): [\\[{][^`]*)` \\|")
                .matcher(readme)
                .results()
                .filter(row -> criterion.containsKey(row.group(2)))
                .toList();
        assertThat(rows).hasSize(criterion.size());
        for (MatchResult row : rows.stream()
                .sorted(Comparator.comparing(row -> row.group(2).equals("target")))
                .toList()) {
            String file = criterion.get(row.group(2));
            String line = "    value: {" + row.group(1) + "}";
            edit(
                    file,
                    text -> text.replaceFirst(
                            "(criterion: " + name.get(row.group(2)) + "\n    weight: [0-9.]+\n)[^\n]*\n",
                            "$1" + Matcher.quoteReplacement(line) + "\n# " + row.group(2) + "\n"));
            Headroom.Result check = rules("check");
            if (row.group(2).equals("target")) {
                // Each criterion of the modules that come with Headroom has a better direction, which a target
                // contradicts.
                assertThat(check.out().lines().filter(problem -> !problem.contains(": warning: ")))
                        .singleElement()
                        .asString()
                        .contains("the module declares that lower is better");
            } else {
                assertThat(check.exit())
                        .as(row.group() + "\n" + check.out() + check.err())
                        .isZero();
            }
        }
    }
}
