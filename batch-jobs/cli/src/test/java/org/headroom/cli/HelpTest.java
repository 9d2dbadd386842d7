package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final Path HOME = Path.of("no-such-home");

    static Stream<List<String>> commands() {
        CommandLine root =
                new Program(CommandRun.surroundings(HOME, new StringWriter(), new StringWriter())).commandLine();
        List<List<String>> found = new ArrayList<>();
        collect(root, List.of(), found);
        return found.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> found) {
        found.add(path);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(sub, longer, found);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpThatFits(List<String> command) {
        List<String> args = new ArrayList<>(command);
        args.add("--help");
        CommandRun run = CommandRun.of(HOME, args.toArray(new String[0]));
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).isNotEmpty().allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(120));
        assertThat(run.out()).contains("Usage: " + String.join(" ", with("headroom", command)));
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    @Test
    void theFirstHelpShowsExamplesAndExitCodes() {
        CommandRun run = CommandRun.of(HOME, "--help");
        assertThat(run.out())
                .startsWith("Ranks places for AI data centres")
                .contains("Commands:", "rank", "runs", "rules", "layers", "plugins", "jobs")
                .contains("headroom rank -p my/headroom.yaml")
                .contains("3    input, rules, a plugin or the configuration were refused");
    }

    @Test
    void showsTheVersion() {
        assertThat(CommandRun.of(HOME, "--version").out()).startsWith("headroom ");
        assertThat(CommandRun.of(HOME, "-V").code()).isZero();
    }

    @Test
    void givesCompletion() {
        CommandRun run = CommandRun.of(HOME, "generate-completion");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("complete -F _complete_headroom").contains("--dry-run");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongCommandLineIsOneMessage(List<String> args, String message) {
        CommandRun run = CommandRun.of(HOME, args.toArray(new String[0]));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("headroom: ").contains(message).contains("--help\"");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(4);
    }

    static Stream<Object[]> wrong() {
        return Stream.of(
                new Object[] {List.of(), "a command is missing"},
                new Object[] {List.of("runs"), "a command is missing after \"headroom runs\"; there are: list, show"},
                new Object[] {List.of("rnak"), "unknown command \"rnak\"; did you mean \"rank\"?"},
                new Object[] {
                    List.of("rank", "--dat", "2026-05-01"), "unknown option \"--dat\"; did you mean \"--date\"?"
                },
                new Object[] {List.of("layers", "list", "x"), "unexpected argument \"x\""},
                new Object[] {List.of("rank", "--date", "May 1"), "\"May 1\" is not a day"},
                new Object[] {List.of("rank", "--threads", "0"), "at least 1"},
                new Object[] {List.of("rank", "--threads", "many"), "'many' is no whole number"},
                new Object[] {List.of("portfolio", "--sites", "3", "--mw", "10GW"), "'10GW' is no number"},
                new Object[] {List.of("rank", "--top"), "--top"},
                new Object[] {List.of("rules", "explain"), "--site"},
                new Object[] {List.of("jobs", "show", "first"), "'first'"});
    }
}
