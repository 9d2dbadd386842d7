package org.headroom.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;

/**
 * The folder that holds the published runs, {@code DATE-N} each.
 *
 * @param out absolute path; need not exist
 */
public record RunFolders(Path out) {
    /** Folder beside the runs where compiled rules are kept, see {@link org.headroom.rules.policy.Policy}. */
    public static final String COMPILED_RULES = ".rules";

    /** Folder beside the runs where snapshots of layers are kept. */
    public static final String LAYERS = ".layers";

    /** Folder beside the runs with a folder for runs for each scenario. */
    public static final String SCENARIOS = "scenarios";

    /** Folder beside the runs with those that only ask what would be, named like the others; {@link #LATEST} never names one. */
    public static final String WHAT_IF = "what-if";

    /** Link beside the runs to the one that {@link #known} puts first. */
    public static final String LATEST = "latest";

    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{1,6})");

    /** Published runs, the latest evaluation date first, and of a date the latest run first. */
    public List<PublishedRun> list() {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(RunFolders::isNamedLikeRun)
                    .filter(f -> !Files.isSymbolicLink(f) && Files.isRegularFile(f.resolve(Manifest.FILE)))
                    .sorted(Comparator.comparing(RunFolders::order).reversed())
                    .map(PublishedRun::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #list}, without runs that somebody put there since this user published one, see {@link RunSeals#isKnown}. */
    public List<PublishedRun> known() {
        RunSeals seals = new RunSeals(out);
        return list().stream().filter(seals::isKnown).toList();
    }

    /** What-if runs beside the published ones, in the order of {@link #list}. */
    public List<PublishedRun> whatIfs() {
        return new RunFolders(out.resolve(WHAT_IF)).list();
    }

    /** The run that was published last; no what-if. */
    public PublishedRun getLatest() {
        return firstKnown()
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "there is no run in " + out,
                        "Make one with \"headroom rank\", or give --out."));
    }

    /** The first one of {@link #known}; the rest is not looked at. */
    public Optional<PublishedRun> firstKnown() {
        RunSeals seals = new RunSeals(out);
        return list().stream().filter(seals::isKnown).findFirst();
    }

    /** A run by its name {@code DATE-N}, or {@code what-if/DATE-N}, or the path of its folder or of a link to it, such as {@link #LATEST}. */
    public PublishedRun get(String nameOrPath) {
        for (Path folder : List.of(out.resolve(nameOrPath), Path.of(nameOrPath).toAbsolutePath())) {
            if (Files.exists(folder.resolve(Manifest.FILE))) {
                return new PublishedRun(withoutLink(folder));
            }
        }
        throw new HeadroomException(
                FailureFamily.CONFIG,
                "there is no run \"" + nameOrPath + "\" in " + out + hint(nameOrPath),
                "\"headroom runs list\" shows the runs that there are.");
    }

    /** Ends a sentence on a name that no run has with the run that may be meant, or not at all. */
    public String hint(String name) {
        List<String> names = Stream.concat(list().stream(), whatIfs().stream())
                .map(PublishedRun::shownName)
                .toList();
        String whatIf = WHAT_IF + "/" + name;
        return names.contains(whatIf)
                ? "; \"" + whatIf + "\" is a what-if run of that name"
                : NearestName.hint(name, names);
    }

    /** Whether a folder is named {@code DATE-N}. */
    public static boolean isNamedLikeRun(Path folder) {
        return NAME.matcher(String.valueOf(folder.getFileName())).matches();
    }

    /** Follows a link once, so that all that is read is of the same run. */
    private static Path withoutLink(Path folder) {
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest run of {@link #known} that was made from inputs with this key. */
    public Optional<PublishedRun> findByInputs(String key) {
        RunSeals seals = new RunSeals(out);
        return list().stream()
                .filter(run -> run.findManifest()
                        .filter(manifest -> manifest.inputs().key().equals(key))
                        .isPresent())
                .filter(seals::isKnown)
                .findFirst();
    }

    /** One more than the highest number of a day's runs, so that a run is always listed before those that were published earlier. */
    public int nextNumber(String date) {
        try (Stream<Path> folders = Files.list(out)) {
            return 1
                    + folders.map(folder -> NAME.matcher(folder.getFileName().toString()))
                            .filter(name -> name.matches() && name.group(1).equals(date))
                            .mapToInt(name -> Integer.parseInt(name.group(2)))
                            .max()
                            .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String order(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(folder + " is not named like a run");
        }
        return name.group(1) + "-" + "0".repeat(6 - name.group(2).length()) + name.group(2);
    }
}
