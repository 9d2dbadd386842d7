package org.headroom.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import org.headroom.cli.command.HeadroomCommand;
import org.headroom.cli.command.PluginsCommand;
import org.headroom.cli.command.jobs.JobsCommand;
import org.headroom.cli.command.jobs.RankCommand;
import org.headroom.cli.command.layers.LayersCommand;
import org.headroom.cli.command.published.AdviseCommand;
import org.headroom.cli.command.published.CurveCommand;
import org.headroom.cli.command.published.PortfolioCommand;
import org.headroom.cli.command.published.ReportCommand;
import org.headroom.cli.command.published.RunsCommand;
import org.headroom.cli.command.rules.RulesCommand;
import org.headroom.cli.command.start.InitCommand;
import org.headroom.cli.frame.Failures;
import org.headroom.cli.frame.Surroundings;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line put together: commands, streams, and what becomes of errors. */
public final class Program {
    private static final int WIDEST_HELP = 120;
    private static final int NARROWEST_HELP = 60;
    private static final int USUAL_HELP = 100;

    private static final List<Class<?>> COMMANDS = List.of(
            RankCommand.class,
            AdviseCommand.class,
            RunsCommand.class,
            PortfolioCommand.class,
            CurveCommand.class,
            ReportCommand.class,
            RulesCommand.class,
            LayersCommand.class,
            PluginsCommand.class,
            JobsCommand.class,
            InitCommand.class);

    private static final List<String> VERSION = List.of("-V", "--version");

    private final Surroundings surroundings;

    /** A program in these surroundings. */
    public Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs one command. Never throws for a failed command.
     *
     * @param args the command line
     * @return the exit code, see {@link ExitCode}
     */
    public int run(String... args) {
        Failures failures = new Failures(surroundings);
        try {
            return commandLine(needed(args))
                    .setOut(surroundings.colouredOut())
                    .setErr(surroundings.err())
                    .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure))
                    .setParameterExceptionHandler(failures::reportUsage)
                    .execute(args);
        } catch (RuntimeException | Error failure) {
            // Errors in commands that are no exceptions, and commands that cannot even be put together.
            return failures.report(failure);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** The commands with all their options, for help and completion as well as for running. */
    public CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /** The commands that a call can need: all take a tenth of a second to put together, which each question would wait for. */
    private static List<Class<?>> needed(String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (VERSION.contains(first)) {
            return List.of();
        }
        return COMMANDS.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(first))
                .<List<Class<?>>>map(List::of)
                .findFirst()
                .orElse(COMMANDS);
    }

    private CommandLine commandLine(List<Class<?>> commands) {
        CommandLine line = new CommandLine(HeadroomCommand.class, new Factory());
        commands.forEach(line::addSubcommand);
        line.addSubcommand(GenerateCompletion.class)
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.mayUseColour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(
                        NARROWEST_HELP,
                        Math.min(WIDEST_HELP, surroundings.columns().orElse(USUAL_HELP))))
                .setUsageHelpLongOptionsMaxWidth(34)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
        giveHeadings(line);
        return line;
    }

    /** The same headings for every command, which annotations would have to repeat. */
    private static void giveHeadings(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
        line.getSubcommands().values().forEach(Program::giveHeadings);
    }

    /** Gives the surroundings to commands that ask for them in their constructor. */
    private final class Factory implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Surroundings.class) {
                    return type.cast(constructor.newInstance(surroundings));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
