package org.headroom.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule files that do harm when they are run by Drools alone, and are refused here before anything of them is compiled. */
class EscapeTest {
    /** Long enough for a pattern with a choice in a repetition to run out of stack. */
    private static final String LONG_NAME = "ab".repeat(100_000);

    @TempDir
    private Path folder;

    static Stream<Escapes.Attempt> attempts() {
        return Escapes.all().stream();
    }

    @Test
    void attemptsAreManyAndDistinct() {
        assertThat(attempts()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(attempts().map(Escapes.Attempt::name)).doesNotHaveDuplicates();
        assertThat(attempts().map(Escapes.Attempt::drl)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void doesHarmUncheckedAndNoneChecked(Escapes.Attempt attempt) throws IOException, ReflectiveOperationException {
        try (Scene scene = new Scene(folder)) {
            PlainDrools.Outcome run = PlainDrools.run(scene.fill(attempt.drl()), LONG_NAME);
            assertThat(scene.harm(run, true)).as("harm when unchecked").isNotEmpty();
        }
        try (Scene scene = new Scene(folder)) {
            Path policy = new TestPolicy(folder.resolve("policy"))
                    .write("drl/rules.drl", scene.fill(attempt.drl()))
                    .folder();
            assertThat(Policy.check(policy, TestModule.vocabulary()))
                    .isNotEmpty()
                    .allSatisfy(problem -> {
                        assertThat(problem.file()).isEqualTo("drl/rules.drl");
                        assertThat(problem.line()).isPositive();
                        assertThat(problem.message()).isNotBlank();
                    });
            assertThatThrownBy(() -> Policy.load(policy, TestModule.vocabulary()))
                    .isInstanceOfSatisfying(
                            HeadroomException.class, e -> assertThat(e.family()).isEqualTo(FailureFamily.POLICY));
            assertThat(scene.harm(null, false)).as("harm when checked").isEmpty();
        }
    }

    private List<PolicyProblem> check(String drl) {
        Path policy = new TestPolicy(folder.resolve("policy"))
                .write("drl/rules.drl", drl)
                .folder();
        return Policy.check(policy, TestModule.vocabulary());
    }

    /** What Drools refuses too, or what does no harm by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.io.File;\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "import function java.lang.System.exit;\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "global java.util.List out;\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "function void f() { System.exit(1); }\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "declare A x : int end\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "query q() Site(kv > 1) end\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) eval(System.exit(1)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(eval(System.getenv() != null)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) from new java.util.ArrayList() then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when accumulate(Site(kv > 1); $c: count(1)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $l: java.util.List() from collect(Site(kv > 1)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) not Site(kv > 9) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) forall(Site(kv > 9)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Object() then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(class.name == \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(getClass() != null) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > Integer.parseInt(\"1\")) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name matches \"(a+)+\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site($k: kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then System.exit(1); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.getClass().getClassLoader(); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\" + System.getenv()); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); update($s); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then modify($s) { fire(3) }; end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.fire(3); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); } static { System.exit(1); end",
                "rule \"r\" @source(\"t\") dialect \"mvel\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") salience (kv) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") timer (int: 1s) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") @watch(*) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); then[other] $s.bonus(1, \"x\"); end",
                "rule \"a\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end rule \"r\" extends \"a\" @source(\"t\") when then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"\\u0022); System.exit(1); //\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name == \"x\\\" || System.exit(1) == \\\"\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) or $s: Site(kv > 2) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) over window:length(2) then $s.bonus(1, \"x\"); end",
                "unit org.x.Y;\nrule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1, this != null) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") timer (cron: 0 0 * * * ?) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") calendars \"c\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") duration 10 when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") date-effective \"01-Jan-2100\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") date-expires \"01-Jan-2000\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") enabled false when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") no-loop when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") lock-on-active when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") auto-focus when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") agenda-group \"g\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") ruleflow-group \"g\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") activation-group \"g\" when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") refract when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") salience +3 when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") salience 99999999 when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) from entry-point \"e\" then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: ?Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: /sites[kv > 1] then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(this#Site.kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name!.length > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name soundslike \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name str[startsWith] \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name contains \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name memberOf ban) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name matches \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name not matches \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name =~ \"x\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(this after[1s] $s) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1 && < 5) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv (> 1 && < 5)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(!(kv > 1)) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > distanceKm) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1 ? true : false) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv == null) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv == true) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 0x10) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1_000) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1B) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1I) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1.0f) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > NaN) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > Infinity) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1e999) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name == 'x') then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(name == \"a\" + \"b\") then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 'c') then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(lower_kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(; kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv := kv) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s := Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) @watch(*) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site[](kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: org.headroom.rules.Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: org.headroom.rules.fact.SiteFact(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\") end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $t.bonus(1, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\", 2); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1e9, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(NaN, \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.exclude(\"a b\", \"x\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"a\\nb\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"a\\101b\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"\"\"x\"\"\"); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); } void f() { end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); /* end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x); end",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end garbage",
                "rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end [[",
                "rule \"r\" @source(\"u\", \"v\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(a = \"u\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source({\"u\", \"v\"}) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(1 + 2) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(System.exit(1)) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @source(@x(1)) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @x.source(\"u\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\" @java.lang.Deprecated @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "template header x",
                "expander x.dsl",
                "agenda-group \"g\" rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "import org.headroom.rules.*; rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "import accumulate java.util.List f; rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "declare trait T end rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "declare enum E A(1); x: int end rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "declare entry-point e end rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "declare window w Site() over window:length(1) end rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "package java.lang; rule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "\\u0072ule \"r\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"r\nr\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end",
                "rule \"\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end"
            })
    void whatIsNotOnTheListIsRefused(String escape) {
        assertThat(check(TestPolicy.HEAD + escape)).isNotEmpty().allMatch(p -> p.file()
                .equals("drl/rules.drl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "(int)(", "f(", "a[", "new A<", "(", "!", "!(", "eval(", "{"})
    void nestingThatTheParserCannotBearIsRefused(String part) {
        for (int times : new int[] {40, 5_000}) {
            assertThat(check(TestPolicy.HEAD + "rule \"r\" @source(\"t\") when $s: Site(kv > " + part.repeat(times)
                            + "1) then $s.bonus(1, \"x\"); end"))
                    .isNotEmpty();
            assertThat(check(TestPolicy.HEAD + "rule \"r\" @source(" + part.repeat(times)
                            + "1) when $s: Site(kv > 1) then $s.bonus(1, \"x\"); end"))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0007",
                "\u001b[31m",
                "\u007f",
                "\u009b31m",
                "\u202e",
                "\u2066",
                "\u2028",
                "\ufeff",
                "\u00ad",
                "\ud800"
            })
    void charactersThatCannotBeSeenAreRefusedWithTheirLine(String hidden) {
        for (String place : new String[] {"NAME", "SOURCE", "REASON", "COMMENT", "TEXT"}) {
            String drl =
                    "rule \"r NAME\" @source(\"SOURCE\")\nwhen // COMMENT\n$s: Site(kv > 1, name != \"TEXT\")\nthen\n"
                            + "$s.bonus(1, \"REASON\");\nend";
            // A single surrogate cannot be written as UTF-8.
            String written =
                    new String((TestPolicy.HEAD + drl.replace(place, "a" + hidden + "b")).getBytes(UTF_8), UTF_8);
            if (written.contains(hidden)) {
                assertThat(check(written)).hasSize(1).first().satisfies(p -> {
                    assertThat(p.line()).isBetween(4, 8);
                    assertThat(p.message()).contains("cannot be seen").doesNotContain(hidden);
                });
            }
        }
    }

    /** A name of two lines could pass for a message of ours, or for a command to whoever reads messages. */
    @Test
    void aTextEndsOnItsLine() {
        assertThat(check(TestPolicy.HEAD + "rule \"r\n::error ::x\" when then end"))
                .singleElement()
                .satisfies(p -> assertThat(p.text())
                        .isEqualTo("drl/rules.drl:4:6: the text in quotes that begins here does not end on its line;"
                                + " close \"r with another \""));
    }

    @Test
    void limitsAreToldWithTheRule() {
        String rule = "rule \"%s\" @source(\"%s\") when $s: Site(%s) then %s end\n";
        String bonus = "$s.bonus(1, \"x\");";
        String name = "n".repeat(121);
        assertThat(check(TestPolicy.HEAD + rule.formatted(name, "t", "kv > 1", bonus)))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("1 to 120 characters"));
        assertThat(check(TestPolicy.HEAD + rule.formatted("r", "t".repeat(501), "kv > 1", bonus)))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("rule \"r\"", "1 to 500 characters"));
        assertThat(check(TestPolicy.HEAD + rule.formatted("r", "t", "kv > 1" + ", kv > 1".repeat(256), bonus)))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("rule \"r\"", "257 comparisons", "at most 256"));
        assertThat(check(TestPolicy.HEAD + rule.formatted("r", "t", "kv > 1", bonus.repeat(17))))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("rule \"r\"", "17 actions"));
        StringBuilder many = new StringBuilder(TestPolicy.HEAD);
        for (int i = 0; i < 2_001; i++) {
            many.append(rule.formatted("r" + i, "t", "kv > 1" + ", kv > 1".repeat(9), bonus));
        }
        assertThat(check(many.toString()))
                .extracting(PolicyProblem::text)
                .anyMatch(p -> p.contains("there are 2001 rules; at most 2000 are allowed"))
                .anyMatch(p -> p.contains("rule \"r2000\"") && p.contains("more than 20000 comparisons"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:@PORT@/\"]]]]\n",
                "policy: &a [x, x]\ntitle: [*a, *a]\n",
                "policy: !!java.io.FileOutputStream [\"@FILE@\"]\n",
                "policy: !!python/object/apply:os.system [touch @FILE@]\n",
                "<<: &a {policy: x}\n"
            })
    void yamlMakesNoObjectsAndFollowsNoReferences(String yaml) throws IOException {
        try (Scene scene = new Scene(folder)) {
            Path policy = new TestPolicy(folder.resolve("policy"))
                    .write("policy.yaml", scene.fill(yaml))
                    .folder();
            assertThat(Policy.check(policy, TestModule.vocabulary()))
                    .isNotEmpty()
                    .allMatch(p -> p.file().equals("policy.yaml"));
            assertThat(scene.harm(null, false)).isEmpty();
        }
    }

    @Test
    void kieModulesAndOtherFilesBesideTheRulesAreNotRead() throws IOException {
        try (Scene scene = new Scene(folder)) {
            String xml = scene.fill(
                    "<?xml version=\"1.0\"?><!DOCTYPE k SYSTEM \"http://127.0.0.1:@PORT@/k.dtd\" [<!ENTITY e SYSTEM"
                            + " \"http://127.0.0.1:@PORT@/\">]><kmodule xmlns=\"http://www.drools.org/xsd/kmodule\">&e;</kmodule>");
            TestPolicy policy = new TestPolicy(folder.resolve("policy"));
            for (String path : List.of(
                    "META-INF/kmodule.xml", "META-INF/batch-jobs/nightly-ranking.xml", "pom.xml", "kmodule.xml")) {
                policy.write(path, xml);
            }
            assertThat(Policy.check(policy.folder(), TestModule.vocabulary())).isEmpty();
            policy.load();
            assertThat(scene.harm(null, false)).isEmpty();
            for (String path : List.of(
                    "drl/kmodule.xml", "drl/a.dslr", "drl/a.dsl", "drl/a.xlsx.properties", "drl/a\u001b[31m.drl")) {
                policy.write(path, xml);
            }
            assertThat(Policy.check(policy.folder(), TestModule.vocabulary()))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(p -> assertThat(p.text()).doesNotContain("\u001b"));
        }
    }

    @Test
    void mvelIsNotOnTheClassPath() {
        for (String name : List.of(
                "org.mvel2.MVEL", "org.drools.mvel.MVELDialectConfiguration", "org.drools.mvel.MVELSafeHelper")) {
            assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
        }
    }
}
