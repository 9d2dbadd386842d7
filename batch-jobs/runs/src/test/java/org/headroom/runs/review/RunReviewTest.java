package org.headroom.runs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.workbench.explanation.Explanation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReviewTest {
    private static final int TOP = 4;
    private static final int BOTTOM = 3;

    @TempDir
    static Path out;

    private static PublishedRun run;
    private static List<RankedRow> ranked;
    private static RankedRow excluded;

    @BeforeAll
    static void publish() {
        run = new TinyRun(4, TinyPolicy.write(out.resolve("policy")))
                .withoutTables()
                .publish(out.resolve("2026-06-01-1"));
        ranked = run.head(TinyRun.SITES).stream()
                .filter(row -> row.gate() != GateAnswer.FAIL)
                .toList();
        excluded = run.head(TinyRun.SITES).get(TinyRun.SITES - 1);
        assertThat(excluded.gate()).isEqualTo(GateAnswer.FAIL);
    }

    private static String review(String remarks, String... sites) {
        return new RunReview(run, TinyRun.modules(), new ReviewChoice(TOP, BOTTOM, List.of(sites))).markdown(remarks);
    }

    @Test
    void itShowsFirstLastAndNamedSitesOnceEach() {
        String second = ranked.get(1).siteId();
        String review = review("", second, excluded.siteId());
        List<String> headings =
                review.lines().filter(line -> line.startsWith("### ")).toList();
        assertThat(headings).hasSize(TOP + BOTTOM + 1);
        assertThat(headings.get(0)).startsWith("### 1. ").contains(ranked.get(0).siteId());
        assertThat(headings.get(TOP)).startsWith("### " + (ranked.size() - BOTTOM + 1) + ". ");
        assertThat(headings.get(TOP + BOTTOM)).startsWith("### excluded. ").contains(excluded.siteId());
        assertThat(review.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## The first 4", "## The last 3 of those that are ranked", "## Named places", "## Layers");
        assertThat(review).contains("(#site-" + second + ")").isEqualTo(review("", second, excluded.siteId()));
    }

    @Test
    void everyWeighedCriterionStandsThereWithValuePointsEvidenceAndRecordOrAsUnknown() {
        RunExplanations explanations = new RunExplanations(run, TinyRun.modules());
        String[] sections = review("", excluded.siteId()).split("(?m)^### ");
        for (int i = 1; i <= TOP; i++) {
            Explanation site = explanations.explain(ranked.get(i - 1).siteId()).explanation();
            for (Explanation.CriterionLine line : site.criteria()) {
                String field = line.reading().field();
                if (line.reading().lower() == null) {
                    assertThat(sections[i])
                            .containsPattern("- Not known, "
                                    + Pattern.quote(line.reading().unknownReason()) + ": [^\n]*" + field);
                } else if (!line.reading().layer().isEmpty()) {
                    assertThat(sections[i])
                            .containsPattern("\\| " + field + " \\| [^|]+ \\| [^|]* of [^|]+ \\| "
                                    + line.reading().evidence() + " \\| \\[lines]\\(#layer-lines\\) `"
                                    + line.reading().record() + "` of 2025-12-31 \\|");
                }
            }
        }
        assertThat(sections[TOP + BOTTOM + 1])
                .contains("**FAIL**")
                .contains("| <a id=\"layer-lines\"></a>lines | the operator | 2025-12-31 | made up |");
    }

    @Test
    void remarksStandWithTheirSiteOrAtTheBeginning() {
        String third = ranked.get(2).siteId();
        String review = review("""
                ## Known to be wrong

                All of *it*.

                ## %s as seen from the road
                A lake.

                ### Still of the lake

                ## S-none is not shown
                Nothing lost.
                """.formatted(third));
        assertThat(review.substring(0, review.indexOf("## The first")))
                .contains("## Known to be wrong\n\nAll of *it*.\n", "## S-none is not shown\nNothing lost.")
                .doesNotContain("A lake.");
        assertThat(review.split("(?m)^### \\d")[3]).contains("\n> A lake.\n> \n> ### Still of the lake\n");
    }

    @Test
    void whatOthersWroteIsNoMarkdown() {
        assertThat(Markdown.text(" a|b\n<script> *x* [y](z) ")).isEqualTo("a\\|b \\<script\\> \\*x\\* \\[y\\](z)");
        assertThat(Markdown.code("a`b|c")).isEqualTo("`a'b\\|c`");
        assertThat(Markdown.anchor("site", "a b\"")).isEqualTo("site-a-20-b-22-");
        assertThat(Markdown.figure(123456.78)).isEqualTo("123457");
        assertThat(Markdown.figure(29.32349)).isEqualTo("29.32");
        assertThat(Markdown.figure(0.000012)).isEqualTo("0");
        assertThat(Markdown.figure(-0.05)).isEqualTo("-0.05");
    }

    @Test
    void aSiteThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> review("", "nowhere")).isInstanceOf(HeadroomException.class);
    }
}
