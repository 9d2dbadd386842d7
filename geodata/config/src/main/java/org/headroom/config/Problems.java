package org.headroom.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.model.HeadroomException;

/** Collects what is wrong with a document, so that all of it is reported at once. Not safe for several threads. */
public final class Problems implements SchemaCheck.Sink {
    private final YamlDocument document;
    private final List<Problem> found = new ArrayList<>();

    public Problems(YamlDocument document) {
        this.document = document;
    }

    private record Problem(int line, String key, String text) {}

    @Override
    public void add(String pointer, String text) {
        Problem problem = new Problem(
                document.line(pointer),
                pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.'),
                text);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws a failure of the document's family that names every problem with file, line and key; does nothing when there is none. */
    public void throwIfAny(String advice) {
        if (!found.isEmpty()) {
            throw failure(advice);
        }
    }

    /** What {@link #throwIfAny} throws. */
    public HeadroomException failure(String advice) {
        String message = found.stream()
                .sorted(Comparator.comparingInt(Problem::line)
                        .thenComparing(Problem::key)
                        .thenComparing(Problem::text))
                .map(p -> document.file() + " line " + p.line() + ": "
                        + (p.key().isEmpty() ? "" : p.key() + ": ") + p.text())
                .collect(Collectors.joining("\n"));
        return new HeadroomException(document.family(), message, advice);
    }
}
