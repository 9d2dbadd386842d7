package org.headroom.runs.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.HeadroomException;

/** Collects what a check finds. */
final class Findings {
    /** More than a person reads of one check; what one wrong byte breaks in every site should not fill the memory. */
    private static final int MOST = 1_000;

    private final Subject subject;
    private final List<Finding> findings = new ArrayList<>();
    private long more;
    private int skipped;

    Findings(Subject subject) {
        this.subject = subject;
    }

    /** A piece of a check. */
    interface Piece {
        void look() throws IOException;
    }

    void add(String file, String problem) {
        if (findings.size() < MOST) {
            findings.add(new Finding(file, problem));
        } else {
            more++;
        }
    }

    /** Adds a count that is not what the manifest says. */
    void expect(String file, String what, long found, long manifest) {
        if (found != manifest) {
            add(file, "has " + found + " " + what + "; the manifest says " + manifest);
        }
    }

    /**
     * Looks at a piece, unless what it needs is damaged, which was found before. A file that is whole by its digest but cannot be understood
     * is a finding as well, whatever it throws.
     *
     * @param needs beginnings of paths in the run's folder; the first is the one that is named
     */
    void look(List<String> needs, Piece piece) {
        if (!subject.isIntact(needs)) {
            skipped++;
            return;
        }
        try {
            piece.look();
        } catch (IOException | UncheckedIOException e) {
            add(needs.get(0), "cannot be read: " + reason(e));
        } catch (HeadroomException e) {
            add(needs.get(0), e.getMessage() + (e.advice().isEmpty() ? "" : " (" + e.advice() + ")"));
        } catch (RuntimeException e) {
            add(needs.get(0), "cannot be understood: " + e);
        }
    }

    /** What went wrong with a file, on one line. */
    static String reason(Exception e) {
        Exception cause = e.getCause() instanceof IOException inner ? inner : e;
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    CheckResult result(String check, String looked) {
        List<Finding> all = new ArrayList<>(findings);
        if (more > 0) {
            all.add(new Finding(findings.get(0).file(), "and " + more + " more like these"));
        }
        return new CheckResult(
                check, skipped == 0 ? looked : looked + "; left out, as their files are damaged: " + skipped, all);
    }
}
