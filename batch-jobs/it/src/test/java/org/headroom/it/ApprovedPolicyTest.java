package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that goes by approved policies only, and what a board gets to read of it. */
class ApprovedPolicyTest {
    private static final String GATES = "rules/policy/drl/gates.drl";
    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    private Path folder;

    private SampleProject project;
    private Path out;

    private Headroom.Result approve(String by) {
        return Headroom.with("rules", "approve", project.file("rules/policy").toString(), "--by", by)
                .done();
    }

    @Test
    void aNightGoesByWhatSomebodyApprovedAndTheLogTellsWhoAndWhat() throws IOException {
        project = new SampleProject(folder.resolve("copy"))
                .edit("rules/policy/policy.yaml", text -> text.replace("title:", "author: \"" + HOSTILE + "\"\ntitle:"))
                .project(text -> text + "\napproval: {required: true}\n");
        out = folder.resolve("runs");

        Headroom.Result nobody = project.rank(out);
        assertThat(nobody.exit()).isEqualTo(3);
        assertThat(nobody.err()).contains("there is no approval of it", "headroom rules approve");

        assertThat(approve("County board").out()).contains("approved by County board", "approval.yaml");
        project.ranked(out);

        project.edit(GATES, text -> text.replaceFirst("(?m)^rule \"", "// reviewed\nrule \"")
                .replaceFirst("(exclude\\(\"[A-Z_]+\", \")", "$1Now: "));
        Headroom.Result edited = project.rank(out, "--date", "2026-06-02");
        assertThat(edited.exit()).isEqualTo(4);
        assertThat(edited.err())
                .contains("it was changed since County board approved version", "the last good policy stays in force");

        approve("Second board");
        project.ranked(out, "--date", "2026-06-03");

        Headroom.Result log =
                Headroom.with("rules", "log", "--out", out.toString()).done();
        assertThat(log.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("2026-06-03-1: us-ai-hosting", "approved by Second board"),
                        line -> assertThat(line).contains("rule moratorium in force, action: ", "\"Now: "),
                        line -> assertThat(line)
                                .contains("2026-06-01-1 to 2026-06-02-1, 2 runs", "approved by County board"));

        Path page = folder.resolve("policy.html");
        Headroom.with("rules", "report", "--html", page.toString(), "--out", out.toString())
                .done();
        assertThat(Files.readString(page))
                .contains("Second board", "County board", "&lt;script&gt;", "2026-06-03")
                .doesNotContain(HOSTILE, "http-equiv=\"refresh\"", "<link", "src=");
    }
}
