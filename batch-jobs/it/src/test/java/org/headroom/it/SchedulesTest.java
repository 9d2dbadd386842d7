package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.headroom.cli.frame.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedules in {@code batch-jobs/deploy}, each read by its own tool or by what stands nearest to it. */
class SchedulesTest {
    private static final Path DEPLOY = Headroom.HOME.resolve("batch-jobs/deploy");
    private static final String PROGRAM = "/opt/headroom/bin/headroom";
    private static final String PUBLISHED_IS_DONE = "--published-is-done";
    private static final List<Integer> NOT_AGAIN = List.of(ExitCode.INTERNAL, ExitCode.USAGE, ExitCode.REFUSED);
    private static final List<Integer> AGAIN = List.of(ExitCode.BUSY, ExitCode.STOPPED);

    /** From the earliest start to the end of the latest. */
    private static final LocalTime FROM = LocalTime.of(4, 0);

    private static final LocalTime TO = LocalTime.of(6, 0);

    @TempDir
    Path folder;

    private record Ended(int exit, String printed) {}

    @Test
    void systemdTakesTheUnits() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is missing; install systemd");
        Path service = unit("headroom.service", "", "");
        Path timer = unit("headroom.timer", "", "");

        // The manual page that a unit names is there where the archive is unpacked.
        Ended checked = run("systemd-analyze", "--man=no", "verify", service.toString(), timer.toString());

        // It ends with 0 whatever it warns of.
        assertThat(checked).isEqualTo(new Ended(0, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "headroom.service, RestartSec=, RestartSecs=",
        "headroom.service, TimeoutStopSec=90s, TimeoutStopSec=90x",
        "headroom.service, Type=oneshot, Type=onceshot",
        "headroom.timer, 04:30:00, 24:30:00",
    })
    void systemdWouldTellOfAMistake(String name, String right, String wrong) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is missing; install systemd");
        Path service = unit("headroom.service", "", "");
        Path unit = unit(name, right, wrong);

        assertThat(run("systemd-analyze", "verify", service.toString(), unit.toString())
                        .printed())
                .contains(name);
    }

    /** A unit with the launcher of this checkout, as the tool looks whether the program is there. */
    private Path unit(String name, String right, String wrong) throws IOException {
        String text = Files.readString(DEPLOY.resolve(name));
        assertThat(text).contains(right);
        return Files.writeString(
                folder.resolve(name),
                text.replace(right, wrong)
                        .replace(PROGRAM, Headroom.HOME.resolve("headroom").toString()));
    }

    @Test
    void theServiceTriesAgainWhatMayPass() throws Exception {
        String notAgain =
                String.join(" ", NOT_AGAIN.stream().map(String::valueOf).toList());
        assertThat(Files.readAllLines(DEPLOY.resolve("headroom.service")))
                .contains(
                        "Restart=on-failure",
                        "RestartPreventExitStatus=" + notAgain + " 130 143",
                        "SuccessExitStatus=" + ExitCode.WITH_RESERVATIONS + " 130 143");
    }

    @Test
    void cronStartsFourTimes() throws Exception {
        List<ZonedDateTime> starts = new ArrayList<>();
        ExecutionTime times = ExecutionTime.forCron(schedule(cronTimes()));
        ZonedDateTime midnight = ZonedDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (ZonedDateTime at = times.nextExecution(midnight).orElseThrow();
                at.isBefore(midnight.plusDays(1));
                at = times.nextExecution(at).orElseThrow()) {
            starts.add(at);
        }
        assertThat(starts)
                .extracting(ZonedDateTime::toLocalTime)
                .containsExactly(FROM, LocalTime.of(4, 30), LocalTime.of(5, 0), LocalTime.of(5, 30));
        assertThatThrownBy(() -> schedule(cronTimes().replace("4-5", "4-25")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What cron would mail is what the line prints. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 137, 143})
    void cronMailsFailuresOnly(int exit) throws Exception {
        Path program =
                Files.writeString(folder.resolve("program"), "#!/bin/sh\necho the last line >&2\nexit " + exit + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String line = cronLine();
        String command = line.substring(line.indexOf(" headroom ") + " headroom ".length())
                .replace(PROGRAM, program.toString());
        // To cron, a percent sign is the end of the command.
        assertThat(command).doesNotContain("%");

        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().put("LOG", folder.resolve("night.log").toString());
        String mailed = run(builder).printed();

        if (exit == ExitCode.DONE || exit == ExitCode.BUSY) {
            assertThat(mailed).isEmpty();
        } else {
            assertThat(mailed).contains("exit code " + exit, "the last line");
        }
    }

    private static String cronLine() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("headroom.cron")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.matches("[A-Z]+=.*"))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static String cronTimes() throws IOException {
        return String.join(" ", List.of(cronLine().split(" +")).subList(0, 5));
    }

    private static Cron schedule(String times) {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(times);
    }

    @Test
    void kubernetesKnowsEveryField() throws Exception {
        String text = Files.readString(DEPLOY.resolve("headroom-cronjob.yaml"));
        assertThat(manifests(text)).hasExactlyElementsOfTypes(CronJob.class, PersistentVolumeClaim.class);
        for (String field : List.of(
                "concurrencyPolicy",
                "podFailurePolicy",
                "onExitCodes",
                "readOnlyRootFilesystem",
                "claimName",
                "accessModes")) {
            assertThatThrownBy(() -> manifests(text.replace(field + ":", field + "s:")))
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining(field + "s");
        }
    }

    @Test
    void theCronJobRunsOneAtATimeAndTriesAgainWhatMayPass() throws Exception {
        CronJobSpec cron = cronJob().getSpec();
        assertThat(cron.getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(ExecutionTime.forCron(schedule(cron.getSchedule()))
                        .nextExecution(ZonedDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZoneId.of(cron.getTimeZone())))
                        .orElseThrow()
                        .toLocalTime())
                .isEqualTo(LocalTime.of(4, 30));

        List<PodFailurePolicyRule> rules =
                cron.getJobTemplate().getSpec().getPodFailurePolicy().getRules();
        assertThat(rules).extracting(PodFailurePolicyRule::getAction).containsExactly("FailJob", "Ignore", "Count");
        assertThat(rules.get(0).getOnExitCodes().getValues()).isEqualTo(NOT_AGAIN);
        assertThat(rules.get(2).getOnExitCodes().getValues()).isEqualTo(AGAIN);
        PodSpec pod = cron.getJobTemplate().getSpec().getTemplate().getSpec();
        // A pod has no other way to be done than 0.
        assertThat(pod.getContainers().get(0).getArgs()).contains(PUBLISHED_IS_DONE);
        // Without it, rules of failure are refused.
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(90);

        Container container = pod.getContainers().get(0);
        assertThat(rules.get(0).getOnExitCodes().getContainerName()).isEqualTo(container.getName());
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().equals("TZ"))
                .extracting(EnvVar::getValue)
                .containsExactly(cron.getTimeZone());
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyElementsOf(
                        pod.getVolumes().stream().map(Volume::getName).toList());
    }

    private static CronJob cronJob() throws IOException {
        return (CronJob) manifests(Files.readString(DEPLOY.resolve("headroom-cronjob.yaml")))
                .get(0);
    }

    /** Reads as an API server does that refuses what it does not know: the model by itself keeps unknown fields aside. */
    private static List<HasMetadata> manifests(String text) throws IOException {
        ObjectMapper strict = new YAMLMapper().setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
            @Override
            public Boolean hasAnySetter(Annotated member) {
                return false;
            }
        });
        List<HasMetadata> manifests = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                strict.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                Class<? extends HasMetadata> kind =
                        document.get("kind").asText().equals("CronJob") ? CronJob.class : PersistentVolumeClaim.class;
                HasMetadata manifest = strict.treeToValue(document, kind);
                assertThat(manifest.getApiVersion()).isEqualTo(HasMetadata.getApiVersion(kind));
                manifests.add(manifest);
            }
        }
        return manifests;
    }

    /** What the three start is a command that Headroom takes; with --dry-run, so that nothing is written. */
    @Test
    void allStartTheSameCommand() throws Exception {
        String service = Files.readAllLines(DEPLOY.resolve("headroom.service")).stream()
                .filter(line -> line.startsWith("ExecStart=" + PROGRAM))
                .findFirst()
                .orElseThrow();
        List<String> arguments = List.of(
                service.substring(("ExecStart=" + PROGRAM + " ").length()).split(" "));
        assertThat(cronLine()).contains(PROGRAM + " " + String.join(" ", arguments) + " >>");
        Container container = cronJob()
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
        assertThat(container.getCommand()).containsExactly(PROGRAM);
        List<String> here = new ArrayList<>(withoutPaths(container.getArgs()));
        assertThat(here.remove(PUBLISHED_IS_DONE)).isTrue();
        assertThat(here).isEqualTo(withoutPaths(arguments));

        List<String> sample = arguments.stream()
                .map(argument -> argument.equals("/etc/headroom/headroom.yaml")
                        ? Headroom.HOME
                                .resolve("geodata/catalog/samples/headroom.yaml")
                                .toString()
                        : argument.replace("/var/lib/headroom", folder.toString()))
                .toList();
        Headroom.with(sample.toArray(String[]::new))
                .and("--dry-run", PUBLISHED_IS_DONE)
                .done();
    }

    private static List<String> withoutPaths(List<String> arguments) {
        return arguments.stream().filter(argument -> !argument.startsWith("/")).toList();
    }

    /** No zone moves its clocks while the job may be started, so each night has each start once. */
    @Test
    void noClockIsMovedAtThatHour() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2040-01-01T00:00:00Z");
        List<String> moved = new ArrayList<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneOffsetTransition move = ZoneId.of(id).getRules().nextTransition(from);
            while (move != null && move.getInstant().isBefore(to)) {
                LocalTime first = move.isGap()
                        ? move.getDateTimeBefore().toLocalTime()
                        : move.getDateTimeAfter().toLocalTime();
                LocalTime last = move.isGap()
                        ? move.getDateTimeAfter().toLocalTime()
                        : move.getDateTimeBefore().toLocalTime();
                if (first.isBefore(TO) && last.isAfter(FROM)) {
                    moved.add(id + " " + move);
                }
                move = ZoneId.of(id).getRules().nextTransition(move.getInstant());
            }
        }
        assertThat(moved).isEmpty();
    }

    private static Ended run(String... command) throws Exception {
        return run(new ProcessBuilder(command));
    }

    private static Ended run(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), printed);
    }
}
