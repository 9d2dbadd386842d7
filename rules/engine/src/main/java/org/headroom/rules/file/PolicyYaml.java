package org.headroom.rules.file;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;

/**
 * Reads the YAML files of a policy. The JSON Schemas are the same files that editors use, packed into the engine, so that a policy folder
 * cannot bring laxer ones.
 */
public final class PolicyYaml {
    private static final Pattern LINE = Pattern.compile(" line (\\d+): (.*)", Pattern.DOTALL);
    private static final Map<String, SchemaCheck> SCHEMAS = new ConcurrentHashMap<>();

    private PolicyYaml() {}

    /** The document, checked against a schema by its name; empty when there was a problem. */
    public static Optional<YamlDocument> read(String path, String text, String schema, Problems problems) {
        int before = problems.count();
        YamlDocument document;
        try {
            document = YamlDocument.parse(path, FailureFamily.POLICY, text.getBytes(StandardCharsets.UTF_8));
        } catch (HeadroomException e) {
            problems.add(unreadable(path, e));
            return Optional.empty();
        }
        if (document.root().isEmpty()) {
            problems.add(path, 0, "the file is empty");
            return Optional.empty();
        }
        SCHEMAS.computeIfAbsent(
                        schema,
                        name -> SchemaCheck.ofResource(
                                PolicyYaml.class, "/org/headroom/rules/schema/" + name + ".schema.json"))
                .check(
                        document,
                        (pointer, problem) -> problems.add(
                                at(document, pointer, key(pointer) + problem).withKind("schema")));
        return problems.count() > before ? Optional.empty() : Optional.of(document);
    }

    /** An error at a key or list item of a document. */
    public static PolicyProblem at(YamlDocument document, String pointer, String message) {
        return PolicyProblem.error(document.file(), document.line(pointer), message)
                .withColumn(document.column(pointer));
    }

    /** A doubt about a key or list item of a document. */
    public static PolicyProblem doubtAt(YamlDocument document, String pointer, String message) {
        return PolicyProblem.warning(document.file(), document.line(pointer), message)
                .withColumn(document.column(pointer));
    }

    private static PolicyProblem unreadable(String path, HeadroomException e) {
        String message = String.valueOf(e.getMessage());
        String said = message.startsWith(path) ? message.substring(path.length()) : message;
        Matcher line = LINE.matcher(said);
        PolicyProblem problem = line.matches()
                ? PolicyProblem.error(path, Integer.parseInt(line.group(1)), line.group(2))
                : PolicyProblem.error(path, 0, said.replaceFirst("^: ", ""));
        return problem.withKind("syntax");
    }

    private static String key(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(pointer.lastIndexOf('/') + 1) + ": ";
    }
}
