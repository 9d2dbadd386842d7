package org.headroom.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.check.SeenText;

/**
 * A place in a YAML file of a policy: what stands there, and what is wrong with it, told with its line and column. The JSON Schemas are the
 * same files that editors use, packed into the engine, so that a policy folder cannot bring laxer ones.
 */
public final class PolicyYaml {
    private static final Pattern LINE = Pattern.compile(" line (\\d+): (.*)", Pattern.DOTALL);
    private static final Map<String, SchemaCheck> SCHEMAS = new ConcurrentHashMap<>();

    private final YamlDocument document;
    private final Problems problems;
    private final String subject;
    private final String pointer;
    private final JsonNode node;

    private PolicyYaml(YamlDocument document, Problems problems, String subject, String pointer, JsonNode node) {
        this.document = document;
        this.problems = problems;
        this.subject = subject;
        this.pointer = pointer;
        this.node = node;
    }

    /** The whole of a document, checked against a schema by its name; empty when there was a problem. */
    public static Optional<PolicyYaml> read(String path, String text, String schema, Problems problems) {
        int before = problems.count();
        hidden(path, text, problems);
        YamlDocument document;
        try {
            document = YamlDocument.parse(path, FailureFamily.POLICY, text.getBytes(StandardCharsets.UTF_8));
        } catch (HeadroomException e) {
            problems.add(unreadable(path, e));
            return Optional.empty();
        }
        if (document.root().isEmpty() && !document.root().isTextual()) {
            problems.add(path, 0, "the file is empty");
            return Optional.empty();
        }
        SCHEMAS.computeIfAbsent(
                        schema,
                        name -> SchemaCheck.ofResource(
                                PolicyYaml.class, "/org/headroom/rules/schema/" + name + ".schema.json"))
                .check(document, (pointer, problem) -> {
                    PolicyYaml place = new PolicyYaml(document, problems, "", pointer, document.root());
                    place.error("schema", label(document, pointer) + problem);
                });
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new PolicyYaml(document, problems, "", "", document.root()));
    }

    /** The key, or the number of the entry of a list, from 1. */
    private static String label(YamlDocument document, String pointer) {
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        boolean isEntry =
                slash >= 0 && document.root().at(pointer.substring(0, slash)).isArray();
        return last.isEmpty() ? "" : (isEntry ? "entry " + (Integer.parseInt(last) + 1) : last) + ": ";
    }

    private static void hidden(String path, String text, Problems problems) {
        int line = 1;
        int code;
        for (int at = 0; at < text.length(); at += Character.charCount(code)) {
            code = text.codePointAt(at);
            line += code == '\n' ? 1 : 0;
            boolean isMark = at == 0 && code == 0xFEFF;
            if (SeenText.isHidden(code) && !SeenText.isJoiner(code) && !isMark) {
                problems.add(
                        path,
                        line,
                        SeenText.named(code) + " cannot be seen, or changes how others are seen; take it out");
                return;
            }
        }
    }

    private static PolicyProblem unreadable(String path, HeadroomException e) {
        String message = String.valueOf(e.getMessage());
        String said = message.startsWith(path) ? message.substring(path.length()) : message;
        Matcher line = LINE.matcher(said);
        PolicyProblem problem = line.matches()
                ? PolicyProblem.error(path, Integer.parseInt(line.group(1)), line.group(2))
                : PolicyProblem.error(path, 0, said.replaceFirst("^: ", ""));
        return problem.withKind("syntax").withAdvice(Advice.within(e.advice()));
    }

    /** The value of a key; a missing one stands where this does. */
    public PolicyYaml at(String key) {
        return new PolicyYaml(
                document,
                problems,
                subject,
                pointer + "/" + key.replace("~", "~0").replace("/", "~1"),
                node.path(key));
    }

    /** An item of a list, from 0. */
    public PolicyYaml at(int index) {
        return new PolicyYaml(document, problems, subject, pointer + "/" + index, node.path(index));
    }

    /** The items of a list. */
    public List<PolicyYaml> items() {
        return IntStream.range(0, node.size()).mapToObj(this::at).toList();
    }

    /** The values of all keys. */
    public List<PolicyYaml> values() {
        return node.properties().stream().map(entry -> at(entry.getKey())).toList();
    }

    /** The same place, with words before every message about it and what is in it. */
    public PolicyYaml about(String newSubject) {
        return new PolicyYaml(document, problems, newSubject, pointer, node);
    }

    /** The key at which this stands. */
    public String key() {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return last.replace("~1", "/").replace("~0", "~");
    }

    public JsonNode node() {
        return node;
    }

    public boolean has(String key) {
        return node.has(key);
    }

    /** The text of a single value; empty when there is none. */
    public String text() {
        return node.asText();
    }

    /** The number; 0 when it is none. */
    public double number() {
        return node.asDouble();
    }

    /** Path of the file within the policy folder. */
    public String file() {
        return document.file();
    }

    /** Line in the file, from 1. */
    public int line() {
        return document.line(pointer);
    }

    /** Errors so far, here and elsewhere. */
    public int errors() {
        return problems.count();
    }

    public void error(String kind, String message) {
        error(kind, message, "");
    }

    public void error(String kind, String message, String advice) {
        add(PolicyProblem.error(file(), line(), subject + message), kind, advice);
    }

    /** An error: a name that is not among the known ones. */
    public void unknown(String name, Collection<String> known, String message) {
        error("unknown-name", message, Advice.nearest(name, known));
    }

    public void doubt(String kind, String message, String advice) {
        add(PolicyProblem.warning(file(), line(), subject + message), kind, advice);
    }

    private void add(PolicyProblem problem, String kind, String advice) {
        problems.add(problem.withColumn(document.column(pointer)).withKind(kind).withAdvice(advice));
    }
}
