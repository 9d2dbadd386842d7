package org.headroom.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A page of the manual for each command, from what its help says. */
final class ManualPages {
    private final String version;
    private final String day;

    /**
     * Pages of a version.
     *
     * @param day of the release, ISO 8601
     */
    ManualPages(String version, String day) {
        this.version = version;
        this.day = day;
    }

    /** Writes the pages of a command and of all below it into a folder. */
    void write(CommandLine command, Path folder) throws IOException {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        Files.writeString(folder.resolve(pageName(spec) + ".1"), page(command));
        for (CommandLine below : command.getSubcommands().values()) {
            write(below, folder);
        }
    }

    private static String pageName(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private String page(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        UsageMessageSpec usage = spec.usageMessage();
        Roff page = new Roff(pageName(spec), day, version);
        page.section("NAME").line(pageName(spec) + " - " + String.join(" ", formatted(usage.header())));
        page.section("SYNOPSIS").line(synopsis(command));
        String[] description = usage.description().length == 0 ? usage.header() : usage.description();
        page.section("DESCRIPTION");
        formatted(description).forEach(page::paragraph);
        arguments(page, "ARGUMENTS", spec.positionalParameters(), ArgSpec::paramLabel);
        List<OptionSpec> options = spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(option -> option.longestName().replaceFirst("^-+", "")))
                .toList();
        arguments(page, "OPTIONS", options, ManualPages::names);
        commands(page, command);
        List<String> footer = formatted(usage.footer());
        if (!footer.isEmpty()) {
            page.section("EXAMPLES").verbatim(footer);
        }
        List<String> related = related(spec);
        if (!related.isEmpty()) {
            page.section("SEE ALSO")
                    .line(related.stream().map(name -> name + "(1)").collect(Collectors.joining(", ")));
        }
        return page.text();
    }

    private static String synopsis(CommandLine command) {
        CommandLine.Help help =
                new CommandLine.Help(command.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF));
        return help.synopsis(0).replaceAll("\\s+", " ").strip();
    }

    private static <A extends ArgSpec> void arguments(
            Roff page, String title, List<A> arguments, Function<A, String> label) {
        List<A> shown =
                arguments.stream().filter(argument -> !argument.hidden()).toList();
        if (!shown.isEmpty()) {
            page.section(title);
            shown.forEach(
                    argument -> page.item(label.apply(argument), String.join(" ", formatted(argument.description()))));
        }
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static void commands(Roff page, CommandLine command) {
        List<CommandLine> below = command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .toList();
        if (!below.isEmpty()) {
            page.section("COMMANDS");
            below.forEach(sub -> page.item(
                    sub.getCommandName(),
                    String.join(
                            " ", formatted(sub.getCommandSpec().usageMessage().header()))));
        }
    }

    private static List<String> related(CommandSpec spec) {
        List<String> names = new ArrayList<>();
        if (spec.parent() != null) {
            names.add(pageName(spec.parent()));
        }
        spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .map(ManualPages::pageName)
                .forEach(names::add);
        return names;
    }

    /** Texts of annotations are formats: a percent sign stands there twice. */
    private static List<String> formatted(String[] lines) {
        return Arrays.stream(lines)
                .flatMap(line -> String.format(Locale.ROOT, line).lines())
                .toList();
    }
}
