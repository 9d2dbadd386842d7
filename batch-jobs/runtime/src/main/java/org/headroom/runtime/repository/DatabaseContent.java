package org.headroom.runtime.repository;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.Value;
import org.h2.value.ValueInteger;
import org.h2.value.ValueVarchar;
import org.h2.value.VersionedValue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.lease.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the file of an H2 database before H2 opens it. A database is opened by carrying out the statements that it holds about itself, so
 * one that somebody else made can run what it likes: triggers, aliases and views in Java, linked tables, defaults. Here the file is read
 * as what it is below that, maps of bytes, and only those statements are let through, sign by sign, that Headroom's own migrations leave
 * there. Nothing is written, so a file that a killed process left is as it was.
 */
final class DatabaseContent {
    private static final String ADVICE =
            "Move that folder away and start again: published runs are not touched by that, only the history of jobs and a run that has not"
                    + " ended.";

    /** The map of the statements, by which H2 opens a database. */
    private static final String STATEMENTS = "table.0";

    /** The map of the classes by which H2 reads the other maps. */
    private static final String TYPES = "_";

    /** Maps of H2 that hold data alone. Those of results that are under way are thrown away when it opens. */
    private static final Pattern DATA = Pattern.compile("(table|index|temp|undoLog)\\.\\d{0,9}");

    /** Maps that H2 makes and Headroom has no use for: large objects, and transactions of two phases, which H2 keeps as Java objects. */
    private static final Set<String> EMPTY = Set.of("openTransactions", "lobMap", "lobRef", "lobData", "tempLobMap");

    /** What H2 makes for a database of the name {@code jobs}. */
    private static final Set<String> FILES = Set.of("jobs.mv.db", "jobs.trace.db");

    private static final int MOST_STATEMENTS = 1_000;
    private static final int LONGEST_SHOWN = 100;

    /** One statement a line, with what differs from one database to another written as {@link #plain} does. */
    private static final String KNOWN = "h2-statements.txt";

    private static final Set<String> STATEMENTS_OF_OURS = known();

    /** As people know it; what is looked at may be a copy. */
    private final Path folder;

    private DatabaseContent(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks at a file.
     *
     * @param file a plain file; one that is missing or empty is let through, as H2 makes a new database of it
     * @param output the output folder, for messages
     * @throws OutputBusyException when another process has it open
     * @throws HeadroomException of family EXTERNAL when it holds anything that Headroom does not make, or cannot be read
     */
    static void check(Path file, Path output) {
        try {
            refuseOthers(file, output);
            if (!Files.exists(file) || Files.size(file) == 0) {
                return;
            }
        } catch (IOException e) {
            throw unreadable(Lease.folder(output), e);
        }
        // Without a cache every page that is met again is counted again, so that a file whose pages lead to one another
        // in a circle
        // ends at a limit.
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .readOnly()
                .cacheSize(0)
                .open()) {
            new DatabaseContent(Lease.folder(output)).check(store);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new OutputBusyException(output, Optional.empty());
            }
            throw unreadable(Lease.folder(output), e);
        } catch (HeadroomException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // H2 throws whatever it stumbles over in a file that is none of its own.
            throw unreadable(Lease.folder(output), e);
        }
    }

    /** H2 takes up a file that was being made when a process died, under another name than the one that is looked at here. */
    private static void refuseOthers(Path file, Path output) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Optional<String> other = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.startsWith("jobs.") && !FILES.contains(name))
                    .findFirst();
            if (other.isPresent()) {
                throw new DatabaseContent(Lease.folder(output)).refused("the file \"" + shown(other.get()) + "\"");
            }
        }
    }

    private void check(MVStore store) {
        for (String map : store.getMapNames()) {
            if (EMPTY.contains(map) ? store.hasData(map) : !isKnown(map)) {
                throw refused("the map \"" + shown(map) + "\"");
            }
        }
        if (store.hasMap(TYPES)) {
            checkTypes(store);
        }
        if (store.hasMap(STATEMENTS)) {
            checkStatements(store);
        }
    }

    private static boolean isKnown(String map) {
        return map.equals(TYPES) || DATA.matcher(map).matches();
    }

    private void checkTypes(MVStore store) {
        MVMap<String, String> types = store.openMap(
                TYPES,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(new TypeNames()));
        int count = 0;
        for (Iterator<String> keys = types.keyIterator(null); keys.hasNext(); count++) {
            String refused = Objects.requireNonNull(types.get(keys.next()));
            if (!refused.isEmpty() || count > MOST_STATEMENTS) {
                throw refused("data of the class \"" + shown(refused) + "\"");
            }
        }
    }

    /** What is committed and what is not: which of them H2 takes, the log of its transactions says, which is not read here. */
    private void checkStatements(MVStore store) {
        RowFactory rows = RowFactory.getDefaultRowFactory()
                .createRowFactory(null, CompareMode.getInstance(null, 0), null, new int[4], null, null, 4, false);
        MVMap<Long, VersionedValue<SearchRow>> statements = store.openMap(
                STATEMENTS,
                new MVMap.Builder<Long, VersionedValue<SearchRow>>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(new VersionedValueType<SearchRow, Database>(rows.getRowDataType())));
        int count = 0;
        for (Iterator<Long> keys = statements.keyIterator(null); keys.hasNext(); count++) {
            if (count > MOST_STATEMENTS) {
                throw refused("more than " + MOST_STATEMENTS + " statements");
            }
            VersionedValue<SearchRow> value = Objects.requireNonNull(statements.get(keys.next()));
            checkStatement(value.getCurrentValue());
            if (value.getOperationId() != 0) {
                checkStatement(value.getCommittedValue());
            }
        }
    }

    private void checkStatement(@Nullable SearchRow row) {
        if (row == null) {
            return;
        }
        for (int column = 0; column < 3; column++) {
            if (!(row.getValue(column) instanceof ValueInteger)) {
                throw refused("a statement without a number");
            }
        }
        Value statement = row.getValue(3);
        if (!(statement instanceof ValueVarchar)) {
            throw refused("a statement that is no text");
        }
        String sql = Objects.requireNonNull(statement.getString());
        if (!STATEMENTS_OF_OURS.contains(plain(sql))) {
            throw refused("\"" + shown(sql) + "\"");
        }
    }

    /**
     * A statement with what differs from one database to another made alike: names that H2 gives, the next number of a sequence, the digest of
     * the empty password, the number of H2's version, and how long it may wait with writing. All of it is numbers.
     */
    static String plain(String sql) {
        return sql.replaceAll("SYSTEM_SEQUENCE_[0-9A-F]{8}(_[0-9A-F]{4}){3}_[0-9A-F]{12}\"", "SYSTEM_SEQUENCE\"")
                .replaceAll("\"(PRIMARY_KEY|CONSTRAINT|CONSTRAINT_INDEX|INDEX)_[0-9A-F]{1,8}(_\\d{1,9})?\"", "\"$1\"")
                .replaceAll(" START WITH \\d{1,18}( RESTART WITH \\d{1,18})? ", " START ")
                .replaceAll(" SALT '[0-9a-f]{16}' HASH '[0-9a-f]{64}' ", " SALT HASH ")
                .replaceAll("^SET (CREATE_BUILD|WRITE_DELAY) \\d{1,6}$", "SET $1")
                .replaceAll("\\n *", " ");
    }

    private static Set<String> known() {
        try (InputStream in = Objects.requireNonNull(DatabaseContent.class.getResourceAsStream(KNOWN), KNOWN);
                Stream<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()) {
            return lines.collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(String text) {
        String line = text.replaceAll("[^\\x20-\\x7E]+ *", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    }

    private HeadroomException refused(String what) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "the job repository in " + folder
                        + " was not made by this version of Headroom, or was changed by somebody: it holds " + what
                        + "; nothing of it was run",
                ADVICE);
    }

    private static HeadroomException unreadable(Path folder, Throwable e) {
        return new HeadroomException(
                FailureFamily.EXTERNAL, "the job repository in " + folder + " cannot be read: " + reason(e), ADVICE, e);
    }

    /** What H2 says names its own classes and the places of bytes; what the system says of a file is for people. */
    private static String reason(Throwable e) {
        if (e instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT) {
            return "its file was written by a later version";
        }
        Throwable system = e instanceof MVStoreException ? e.getCause() : e;
        return system instanceof FileSystemException refused
                ? OutsideFailure.describe(refused)
                : "its file is cut off or damaged";
    }
}
