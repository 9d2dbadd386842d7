package org.headroom.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.drl.RuleFile;
import org.headroom.rules.drl.RuleSetReader;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.fact.SiteSource;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.SiteFields;
import org.headroom.spi.MeasurementBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind the check of rule files, should that let something through: the check of classes, and limits. */
class GeneratedClassesTest {
    private static final SiteFields FIELDS = new SiteFields(List.of(
            Criterion.number("kv", "kv", "kV", Direction.HIGHER_IS_BETTER, 0, 1500, "a test", "test"),
            Criterion.number("mw", "mw", "MW", Direction.HIGHER_IS_BETTER, 0, 1500, "a test", "test"),
            Criterion.category("ban", "ban", List.of("PASS", "CONDITIONAL", "FAIL"), "a ban", "test")));

    private static final String HOME = String.valueOf(System.getProperty("headroom.home"));

    private static List<CheckedRule> rules(String... conditions) {
        String text = IntStream.range(0, conditions.length)
                .mapToObj(i -> "rule \"rule " + i + "\" @source(\"t\")\nwhen $s: Site(" + conditions[i]
                        + ")\nthen $s.bonus(1, \"x\");\nend\n")
                .collect(Collectors.joining());
        Problems problems = new Problems();
        List<CheckedRule> rules = RuleSetReader.read(
                List.of(new RuleFile("drl/a.drl", "package headroom.policy;\n" + text)), FIELDS, problems);
        assertThat(problems.sorted()).filteredOn(PolicyProblem::isError).isEmpty();
        return rules;
    }

    /** The rules "rule 0" and "rule 1" as they would be if the check of files had let something through into the second. */
    private static RuleSource unchecked(String condition, String action) {
        return new RuleSource(
                "package headroom.policy;\nimport org.headroom.rules.Site;\n"
                        + "rule \"R0\" when $s : Site(lower_kv > 1.0) then $s.fire(0); end\n"
                        + "rule \"R1\" when $s : Site(" + condition + ") then " + action + " end\n",
                SiteSource.of(FIELDS));
    }

    private static RuleClasses compile(RuleSource source, List<CheckedRule> rules) {
        Problems problems = new Problems();
        RuleClasses classes = RuleCompiler.compile(source, rules, problems);
        assertThat(problems.sorted()).isEmpty();
        return classes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.setProperty(\"headroom.harm\", \"x\");",
                "System.out.println($s);",
                "Runtime.getRuntime();",
                "new Thread();",
                "Thread.currentThread();",
                "$s.getClass();",
                "$s.hashCode();",
                "$s.notifyAll();",
                "$s.toString();",
                "Class.forName(\"x\");",
                "new java.io.File(\"x\").delete();",
                "java.nio.file.Path.of(\"x\");",
                "\"a\".matches(\"(a+)+\");",
                "\"a\".repeat(9);",
                "Integer.parseInt(\"1\");",
                "Math.random();",
                "while (true) { $s.fire(1); }",
                "for (int i = 0; i < 9; i++) { $s.fire(i); }",
                "try { $s.fire(1); } finally { $s.fire(2); }",
                "synchronized ($s) { $s.fire(1); }",
                "Runnable r = () -> $s.fire(1);",
                "drools.halt();",
                "delete($s);",
                "insert(\"x\");",
                "update($s);",
                "throw new Error();",
                "char c = java.io.File.separatorChar;",
                "Object o = new byte[1][1].clone();",
                "assert $s == null;"
            })
    void classesOfOtherCodeAreRefusedWithTheRule(String action) {
        List<CheckedRule> rules = rules("kv > 1", "kv > 2");
        RuleClasses classes = compile(
                unchecked(
                        "lower_kv > 2.0",
                        action
                                + " $s.fire(1);"
                                        .repeat(action.startsWith("while") || action.startsWith("throw") ? 0 : 1)),
                rules);
        Problems problems = new Problems();
        RuleBaseBuilder.refuse(ClassFileCheck.find(classes), classes, rules, problems);
        assertThat(problems.sorted())
                .isNotEmpty()
                .anySatisfy(p -> assertThat(p.text()).startsWith("drl/a.drl:6:1: rule \"rule 1\": compiled, it has "))
                .noneSatisfy(p -> assertThat(p.text()).contains("rule 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.getenv(\"x\") != null",
                "text_name matches \"(a+)+\"",
                "text_name.length() > 3",
                "text_name contains \"x\"",
                "eval(Thread.currentThread() != null)",
                "text_name str[startsWith] \"x\""
            })
    void classesOfOtherConditionsAreRefusedWithTheRule(String condition) {
        List<CheckedRule> rules = rules("kv > 1", "kv > 2");
        RuleClasses classes = compile(unchecked(condition, "$s.fire(1);"), rules);
        Problems problems = new Problems();
        RuleBaseBuilder.refuse(ClassFileCheck.find(classes), classes, rules, problems);
        assertThat(problems.sorted()).isNotEmpty().anySatisfy(p -> assertThat(p.text())
                .startsWith("drl/a.drl:6:1: rule \"rule 1\": compiled, it has "));
    }

    @Test
    void whatTheCheckOfFilesAllowsTheCheckOfClassesAllows() {
        SplittableRandom random = new SplittableRandom(4);
        String[] conditions =
                IntStream.range(0, 300).mapToObj(i -> random(random, 3)).toArray(String[]::new);
        List<CheckedRule> rules = rules(conditions);
        assertThat(ClassFileCheck.find(compile(RuleSource.of(rules, FIELDS), rules)))
                .isEmpty();
    }

    private static String random(SplittableRandom random, int depth) {
        IntFunction<String> pick = kind -> switch (kind) {
            case 0 ->
                "kv " + List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6)) + " " + random.nextInt(-9, 9);
            case 1 -> "mw in (1, 2.5, -3e2)";
            case 2 -> "ban " + List.of("==", "!=").get(random.nextInt(2)) + " \"CONDITIONAL\"";
            case 3 -> "ban in (\"PASS\", \"FAIL\")";
            case 4 -> "name " + List.of("==", "!=").get(random.nextInt(2)) + " \"Doña Ana " + random.nextInt(9) + "\"";
            case 5 -> "origin in (\"GREENFIELD\", \"BROWNFIELD\")";
            default ->
                random(random, depth - 1)
                        + List.of(" && ", " || ", ", ").get(depth == 3 ? random.nextInt(3) : random.nextInt(2))
                        + (depth == 3 ? random(random, depth - 1) : "(" + random(random, depth - 1) + ")");
        };
        return pick.apply(random.nextInt(depth > 0 ? 9 : 6));
    }

    @Test
    void manyRulesAreTakenApartInThirtyClassesAndAllAreAllowed() {
        List<CheckedRule> rules =
                rules(IntStream.range(0, 1_000).mapToObj(i -> "kv > " + i).toArray(String[]::new));
        assertThat(ClassFileCheck.find(compile(RuleSource.of(rules, FIELDS), rules)))
                .isEmpty();
    }

    @Test
    void keptClassesAreCheckedToo(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have owners here");
        List<CheckedRule> rules = rules("kv > 1", "kv > 2");
        RuleSource honest = RuleSource.of(rules, FIELDS);
        RuleClasses other = compile(
                unchecked("lower_kv > 2.0", "System.setProperty(\"headroom.kept\", \"x\"); $s.fire(1);"), rules);
        RuleStore store = new RuleStore(folder.resolve(".rules"), "test");
        store.keep(honest, other);
        assertThat(store.find(honest)).isPresent();
        assertThat(ClassFileCheck.find(store.find(honest).orElseThrow())).isNotEmpty();
        RuleBaseBuilder.build(rules, FIELDS, Optional.of(store), new Problems(), "policy");
        assertThat(ClassFileCheck.find(store.find(honest).orElseThrow())).isEmpty();
    }

    @Test
    void whatSomebodyElseMadeOrWhatWasMadeForOtherRulesIsMadeAnew(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have owners here");
        List<CheckedRule> rules = rules("kv > 1", "kv > 2");
        RuleSource source = RuleSource.of(rules, FIELDS);
        RuleClasses classes = compile(source, rules);
        RuleSource others = RuleSource.of(rules("kv > 5"), FIELDS);
        RuleStore store = new RuleStore(folder.resolve(".rules"), "test");
        store.keep(source, classes);
        Path entry = entries(folder.resolve(".rules")).get(0);
        byte[] own = Files.readAllBytes(entry);

        // Moved to the name of other rules.
        store.keep(others, classes);
        Path moved = entries(folder.resolve(".rules")).stream()
                .filter(file -> !file.equals(entry))
                .findFirst()
                .orElseThrow();
        Files.write(moved, own);
        assertThat(store.find(others)).isEmpty();

        // Made by somebody with another key.
        System.setProperty("headroom.home", folder.resolve("stranger").toString());
        try {
            store.keep(source, classes);
        } finally {
            System.setProperty("headroom.home", HOME);
        }
        assertThat(store.find(source)).isEmpty();

        // Changed in one byte; and then made anew.
        own[own.length / 2] ^= 1;
        Files.write(entry, own);
        assertThat(store.find(source)).isEmpty();
        RuleBaseBuilder.build(rules, FIELDS, Optional.of(store), new Problems(), "policy");
        assertThat(store.find(source)).isPresent();
    }

    /** To another process goes what this user keeps; there, what has a class that no rule may have, or belongs to other rules, is made anew. */
    @Test
    void whatAnotherProcessSentIsCheckedToo(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have owners here");
        List<CheckedRule> rules = rules("kv > 1", "kv > 2");
        RuleSource source = RuleSource.of(rules, FIELDS);
        RuleStore store = new RuleStore(folder.resolve(".rules"), "test");
        assertThat(store.portable(source)).isEmpty();
        store.keep(source, compile(source, rules));
        byte[] sent = store.portable(source).orElseThrow();
        assertThat(new SentRules(sent, "test").find(source)).isPresent();
        assertThat(new SentRules(sent, "another version").find(source)).isEmpty();
        assertThat(new SentRules(sent, "test").find(RuleSource.of(rules("kv > 5"), FIELDS)))
                .isEmpty();
        for (int length : new int[] {0, 70, sent.length - 1}) {
            SentRules cut = new SentRules(Arrays.copyOf(sent, length), "test");
            assertThat(cut.find(source)).as("%d bytes", length).isEmpty();
            RuleBaseBuilder.build(rules, FIELDS, Optional.of(cut), new Problems(), "policy");
        }

        RuleClasses bad = compile(
                unchecked("lower_kv > 2.0", "System.setProperty(\"headroom.sent\", \"x\"); $s.fire(1);"), rules);
        SentRules foreign = new SentRules(PortableRules.encode(RuleStore.key(source, "test"), bad), "test");
        assertThat(ClassFileCheck.find(foreign.find(source).orElseThrow())).isNotEmpty();
        RuleBase made = RuleBaseBuilder.build(rules, FIELDS, Optional.of(foreign), new Problems(), "policy");
        assertThat(made).isNotNull();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void rulesThatCameWithTheBuildAreTakenWhereNoneAreKept(@TempDir Path folder) {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have owners here");
        List<CheckedRule> rules = rules("kv > 3");
        RuleSource source = RuleSource.of(rules, FIELDS);
        RuleStore built = new RuleStore(folder.resolve("built"), "test");
        built.keep(source, compile(source, rules));
        RuleStore store = new RuleStore(folder.resolve(".rules"), "test");
        assertThat(store.find(source)).isEmpty();
        System.setProperty("headroom.rules", folder.resolve("built").toString());
        try {
            assertThat(store.find(source)).isPresent();
        } finally {
            System.clearProperty("headroom.rules");
        }
    }

    @Test
    void aDamagedClassIsRefused() {
        List<CheckedRule> rules = rules("kv > 1");
        RuleClasses whole = compile(RuleSource.of(rules, FIELDS), rules);
        for (int length : new int[] {0, 8, 40}) {
            RuleClasses damaged = new RuleClasses(whole.model(), whole.files());
            damaged.files().put(SiteSource.CLASS_NAME, new byte[length]);
            assertThat(ClassFileCheck.find(damaged)).isNotEmpty();
        }
        RuleClasses renamed = new RuleClasses(whole.model(), whole.files());
        renamed.files().put("java.lang.Evil", whole.files().get(SiteSource.CLASS_NAME));
        assertThat(ClassFileCheck.find(renamed)).isNotEmpty();
    }

    @Test
    void anEndlessRuleEndsInAMessageThatNamesIt() throws ReflectiveOperationException {
        List<CheckedRule> rules = rules("kv > 1", "name != \"x\"");
        RuleBase endless =
                RuleLoader.load(compile(unchecked("lower_kv < 1.0", "while (true) { $s.fire(1); }"), rules), rules);
        FactBlock block = unknownSites(3, rules.size());
        assertThatThrownBy(() -> endless.session(block, 1_000).run(3))
                .isInstanceOfSatisfying(HeadroomException.class, e -> {
                    assertThat(e.family()).isEqualTo(FailureFamily.POLICY);
                    assertThat(e.getMessage())
                            .isEqualTo("drl/a.drl:6: rule \"rule 1\" fires without end: more than 6 firings for 3 sites"
                                    + " and 2 rules");
                });
    }

    private static FactBlock unknownSites(int size, int rules) {
        boolean[] used = new boolean[FIELDS.all().size()];
        used[FIELDS.get("kv").slot()] = true;
        FactBlock block = new FactBlock(FIELDS, used);
        block.bind(new SitesByAttribute(size), new MeasurementBlock(List.of("kv"), size), new RuleBits(size, rules));
        return block;
    }

    @Test
    void timeIsLimited() throws ReflectiveOperationException {
        List<CheckedRule> rules = rules("kv > 1", "kv > 2 || kv > 3");
        Problems problems = new Problems();
        RuleCompiler.compile(RuleSource.of(rules, FIELDS), rules, problems, Duration.ofNanos(1));
        assertThat(problems.sorted()).singleElement().satisfies(p -> assertThat(p.text())
                .startsWith("drl/a.drl:6:1: rule \"rule 1\": the rules are not compiled after 0 s")
                .contains("2 comparisons"));
        RuleBase base = RuleLoader.load(compile(RuleSource.of(rules, FIELDS), rules), rules);
        FactBlock block = unknownSites(3, rules.size());
        assertThatThrownBy(() -> base.session(block, 1_000).run(3, Duration.ZERO))
                .isInstanceOfSatisfying(HeadroomException.class, e -> assertThat(e.getMessage())
                        .contains("drl/a.drl:6: rule \"rule 1\"", "2 comparisons"));
    }
}
