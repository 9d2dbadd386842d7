package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.spi.MeasurementBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that only look like harm are accepted, fire, and say what they were written to say. */
class HarmlessRulesTest {
    private static final String SITE_NAME =
            "Runtime.exec Process & Thread, Doña Ana: eval(System.exit) import from then end";

    private final StringBuilder drl = new StringBuilder(TestPolicy.HEAD);
    private final List<String> reasons = new ArrayList<>();

    /** Rules of this form, with words that a search for harm would find. */
    private void rule(String name, String source, String condition, String reason, String comment) {
        drl.append(comment)
                .append("\nrule \"")
                .append(name)
                .append("\" @source(\"")
                .append(source);
        drl.append("\")\nwhen\n    $s: Site(")
                .append(condition)
                .append(")\nthen\n    $s.bonus(")
                .append(reasons.size() + 1)
                .append(", \"")
                .append(reason);
        drl.append("\");\nend\n");
        reasons.add(reason.replace("\\\"", "\"").replace("\\\\", "\\"));
    }

    private void reason(String reason) {
        rule("rule " + reasons.size(), "test", "kv > 1", reason, "");
    }

    private void condition(String condition) {
        rule("rule " + reasons.size(), "test", condition, "reason " + reasons.size(), "");
    }

    private void name(String name) {
        rule(name, "test", "kv > 1", "reason " + reasons.size(), "");
    }

    private void comment(String comment) {
        rule("rule " + reasons.size(), "test", "kv > 1", "reason " + reasons.size(), comment);
    }

    @Test
    void theyAreAcceptedAndFire(@TempDir Path folder) {
        reason("Runtime.getRuntime().exec(\\\"rm -rf /\\\") is not what a process of approval should look like");
        reason("System.exit(1); the exit of a system operator");
        reason("eval(x), from here on; import of 300 MW");
        reason("then it must end; when? at the end");
        reason("see https://example.org/a?b=c&d=e // not a comment /* nor this */");
        reason("a \\\\ and a \\\"quote\\\" and a ' and a `");
        reason("} static { java.io.File } new Thread().start()");
        reason("100 % (fine) && good || bad; {a} [b] <c>");
        reason("$s.exclude(\\\"X\\\", \\\"y\\\");");
        reason("#{expr} ${expr} @{expr} %s %n");
        reason("Größe, Québec, 北京, Ελλάδα, 🙂");
        reason("<script>alert(1)</script>");
        reason("rule \\\"x\\\" when Site() then end");
        reason("r".repeat(200));
        reason("(((((((((((((((((((((((((((((((((((((((((((((((((");
        reason("a < b < c < d < e < f < g < h < i < j < k < l < m");
        reason("drools.halt(); update($s); modify; insert; retract");
        reason("dialect \\\"mvel\\\", function, global, query, declare");
        name("exec process runtime thread");
        name("import java.io.File; eval(true)");
        name("R1");
        name("rule_R0 and R2");
        name("the operator's own, it's \u00fc\u00f1");
        name("*/ // /* end");
        name("Lösung für Zürich");
        comment("// System.exit(1); Runtime.getRuntime().exec(\"x\") when then end rule");
        comment("/* import java.io.*; function void f() { } \n * eval(true) \" ' unbalanced ( [ { */");
        comment("// it's a \"quote that never ends");
        comment("/* // */ // */");
        comment("// " + "x".repeat(5_000));
        comment("// line\n".repeat(3_000));
        condition("name == \"" + SITE_NAME + "\"");
        condition("name != \"System.exit(1); // /* && || then end\"");
        condition("name in (\"(a+)+\", \"" + SITE_NAME + "\")");
        condition("name != \"it's (50 %) a 'plain' text; #{x} ${y}\" && kv > 1");
        condition("kv > 1 /* || System.exit(1) */, // eval(false)\n        kv < 1000");
        condition("kv>1&&kv<1e3||kv==-0.0");
        condition("(".repeat(30) + "kv > 1" + ")".repeat(30));
        condition("kv > 1 && (kv < 2 || (kv < 3 || (kv < 4 || (kv < 5 || kv < 1000))))");
        condition("kv in (" + "1, ".repeat(100) + "138)");
        condition("\n\n\tkv\n>\n1\n\n");
        rule("from", "eval(import); System.getenv", "kv > 1", "from", "");
        rule("source of words", "He said \\\"then\\\" at the end; see /* RM26-4 */ // p. 3", "kv > 1", "source", "");
        drl.append("rule 'single quotes' @source('test') salience -7 dialect \"java\" when $end: Site(kv > 1) then\n");
        drl.append("$end . bonus ( 1.5e0 , \"spaces\" ) ; // end\n$end.malus(0.5, \"two\"); end\n");
        reasons.add("spaces");

        Policy policy = new TestPolicy(folder)
                .write("drl/rules.drl", "\uFEFF" + drl.toString().replace("\n", "\r\n"))
                .load();
        MeasurementBlock block = TestPolicy.measurements(1);
        block.column("kv").set(0, 138, EvidenceClass.REPORTED);
        ScoreBlock out = policy.newScoreBlock(1);
        policy.scorer().score(new SitesByAttribute(1).with(0, "name", SITE_NAME), block, out);

        assertThat(policy.rules()).hasSameSizeAs(reasons).hasSizeGreaterThan(40);
        for (int rule = 0; rule < policy.rules().size(); rule++) {
            assertThat(out.isFired(0, rule)).as(policy.rules().get(rule).name()).isTrue();
            assertThat(policy.rules().get(rule).actions().get(0).reason()).isEqualTo(reasons.get(rule));
        }
        assertThat(policy.rules())
                .extracting(r -> r.name())
                .contains("*/ // /* end", "rule_R0 and R2", "single quotes");
        assertThat(policy.rules())
                .extracting(r -> r.source())
                .contains("He said \"then\" at the end; see /* RM26-4 */ // p. 3");
    }
}
