package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.headroom.cli.frame.ExitCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rules check} and {@code rules test} on copies of the shipped policy. */
class RulesCheckTest {
    @TempDir
    private Path temp;

    private static CommandRun run(String... args) {
        return CommandRun.of(PolicyFolderCopy.HOME, args);
    }

    @Test
    void theShippedPolicyHasNoProblemAtAll() {
        CommandRun check = run("rules", "check");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        assertThat(check.lines()).singleElement().asString().startsWith("policy ");
        assertThat(check.err()).isEmpty();
    }

    @Test
    void everyProblemComesAtOnceAndTheExitCodeIsThree() throws Exception {
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("my policy"));
        copy.edit("drl/gates.drl", text -> text.replace("moratoriumGate == \"FAIL\"", "moratoriumGat == \"FAIL\""));
        copy.edit("drl/tiers.drl", text -> text.replace("nominalVoltageKv < 115", "nominalVoltageKv < 50"));
        copy.edit("criteria/cooling.yaml", text -> text.replace("weight: 0.02", "weight: 0.05\n    unit: degF"));
        copy.edit("spec/tiers.spec.yaml", text -> text.replace("{nominalVoltageKv: 100}", "{nominalVoltage: 100}"));
        CommandRun check = run("rules", "check", copy.folder().toString());
        assertThat(check.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.out())
                .containsPattern(
                        "drl/gates\\.drl:12:14: rule \"moratorium in force\": .*; did you mean \"moratoriumGate\"\\?")
                .containsPattern("drl/tiers\\.drl:7:1: rule \"sub-transmission only\": the rule can never hold")
                .containsPattern("criteria/cooling\\.yaml:[0-9]+:5: criterion coolingDegreeDays: the unit is \"degF\"")
                .containsPattern("spec/tiers\\.spec\\.yaml:[0-9]+:5: example \"100 kV leads to tier 3\"");
        assertThat(check.err()).contains(" errors, ");
        CommandRun byOption = run("rules", "check", "--policy", copy.folder().toString());
        assertThat(byOption.out()).isEqualTo(check.out());
        CommandRun json = run("rules", "check", copy.folder().toString(), "--json");
        assertThat(json.lines()).hasSameSizeAs(check.lines());
        JsonNode first = new ObjectMapper().readTree(json.lines().get(0));
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("file", "line", "column", "cell", "rule", "severity", "kind", "message", "advice");
        assertThat(run("rules", "check", copy.folder().toString(), "--format", "github")
                        .lines())
                .hasSameSizeAs(check.lines())
                .allMatch(line -> line.startsWith("::error file=") || line.startsWith("::warning file="));
        CommandRun sarif = run("rules", "check", copy.folder().toString(), "--format", "sarif");
        assertThat(sarif.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(new ObjectMapper().readTree(sarif.out()).at("/runs/0/results"))
                .hasSameSizeAs(check.lines());
    }

    /** States are open to other countries, so a code that is none of the United States is a doubt, with what it may have been meant for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TE | the United States have no state \"TE\"; did you mean \"TN\" or \"TX\"?",
                "CN | the United States have no state \"CN\"; did you mean \"CA\" or \"CO\" or \"CT\"?",
                "QC | the United States have no state \"QC\"; it may be one of another country",
                "PR |",
                "DC |"
            })
    void aCodeOfNoStateIsDoubted(String code, @Nullable String told) throws Exception {
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("p"));
        copy.edit(
                "drl/tiers.drl",
                text -> text.replace(
                        "distanceToInterconnectionKm > 40",
                        "distanceToInterconnectionKm > 40, stateCode not in (\"KY\", \"" + code + "\")"));
        CommandRun check = run("rules", "check", copy.folder().toString(), "--no-run");
        assertThat(check.code()).as(check.out()).isZero();
        if (told == null) {
            assertThat(check.out()).doesNotContain("no state");
        } else {
            assertThat(check.lines())
                    .filteredOn(line -> line.contains("no state"))
                    .singleElement()
                    .asString()
                    .endsWith("warning: rule \"long tie-line\": " + told);
        }
    }

    /** What a module would refuse in the night, its author is told before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cooling | value: WATER | value: water | 4:6: parameter economiser is \"water\", it must be one of [AIR, WATER, DRY]; did you mean \"WATER\"?",
                "cooling | value: 24, unit: degC | value: 40, unit: degC | 5:6: parameter supplyTemperatureC is 40.0 and returnTemperatureC 36.0",
                "de-rate | value: UNKNOWN | value: PERHAPS | parameter publishedIsNetOfQueue is \"PERHAPS\"",
                "energy-price | value: 20, unit: USD/MWh | value: 400, unit: USD/MWh | lowestBelievedUsdPerMwh, 400.0, is above highestBelievedUsdPerMwh",
                "energy-price | CT DC DE | Connecticut DC DE | retailChoiceStates has \"CONNECTICUT\"",
                "mining-conversion | leaseYears, value: 12 | leaseYears, value: 12.5 | leaseYears is 12.5, it must be a whole number of years",
                "moratorium | value: UNKNOWN | value: unknown | parameter silentAreaAnswer of module moratorium is \"unknown\"; it must be PASS or UNKNOWN",
                "queue-pressure | [20, 100] | [100, 20] | sizeClassBoundsMw has 20.0 after 100.0; the bounds must rise",
                "site-cost | lifeYears, value: 20 | lifeYears, value: 20.5 | lifeYears is 20.5, it must be a whole number of years",
                "time-to-power | refitMonths, value: [ | refitMonths, value: [99, | refitMonths holds"
            })
    void aParameterThatItsModuleRefusesIsTold(String module, String from, String to, String told) throws Exception {
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("p"));
        copy.edit("parameters/" + module + ".yaml", text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
        CommandRun check = run("rules", "check", copy.folder().toString(), "--no-run");
        assertThat(check.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.lines())
                .singleElement()
                .asString()
                .startsWith("parameters/" + module + ".yaml:")
                .contains(told);
    }

    @Test
    void datesAreHeldAgainstTheDayGiven() throws Exception {
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("p"));
        copy.edit("drl/tiers.drl", text -> text.replaceFirst("@source", "@expires(\"2026-06-30\")\n@source"));
        String folder = copy.folder().toString();
        assertThat(run("rules", "check", folder).out()).startsWith("policy ");
        CommandRun later = run("rules", "check", folder, "--date", "2026-07-01");
        assertThat(later.code()).isZero();
        assertThat(later.out()).contains("warning: rule \"sub-transmission only\": it expired on 2026-06-30");
        assertThat(run("rules", "check", folder, "--date", "July").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void examplesTellWhatWasExpectedAndWhatIsNotReached() throws Exception {
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("p"));
        copy.edit("spec/gates.spec.yaml", text -> text.replaceFirst("gate: FAIL", "gate: PASS"));
        CommandRun test = run("rules", "test", copy.folder().toString(), "--rows");
        assertThat(test.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(test.out()).contains("expected PASS, got FAIL; rules that hold: ", " examples, 1 failed, ");
        JsonNode json = new ObjectMapper()
                .readTree(
                        run("rules", "test", copy.folder().toString(), "--json").out());
        assertThat(json.path("failures")).hasSize(1);
        assertThat(json.path("tableRows").asInt()).isGreaterThan(50);
        assertThat(json.path("rules").asInt()).isPositive();
    }

    @Test
    void aFolderThatIsNoPolicyIsOneMessage() {
        CommandRun none = run("rules", "check", temp.resolve("none").toString());
        assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(none.err()).contains("there is no folder");
        assertThat(run("rules", "test", temp.toString()).err()).contains("there is no policy.yaml");
        assertThat(run("rules", "check", temp.toString(), "--format", "xml").code())
                .isEqualTo(ExitCode.USAGE);
    }
}
