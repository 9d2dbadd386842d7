package org.headroom.feeds;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.export.ExportFormat;

/** All that is made of a whole run, by its name in project files. */
public final class Feeds {
    private static final List<RunFeed> FILES = List.of(new SiteLinesFeed(), new WorkbookFeed());

    private Feeds() {}

    /** Names of what is made of a whole run. */
    public static List<String> ids() {
        return FILES.stream().map(RunFeed::id).toList();
    }

    /** Names of all that can be made of a run that was published: the formats of the ranked table, then those of {@link #ids}. */
    public static List<String> publishable() {
        return Stream.concat(ExportFormat.all().stream().map(ExportFormat::id), ids().stream())
                .toList();
    }

    /**
     * Writes the files that are named.
     *
     * @param wanted names; those of other things are passed over
     * @param folder existing folder
     * @throws org.headroom.model.HeadroomException EXTERNAL when one cannot be written
     */
    public static void write(Set<String> wanted, RunContent run, Path folder) {
        for (RunFeed feed : FILES) {
            if (wanted.contains(feed.id())) {
                feed.write(run, folder.resolve(feed.file()));
            }
        }
    }
}
