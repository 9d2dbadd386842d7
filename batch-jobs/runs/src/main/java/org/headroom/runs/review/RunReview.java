package org.headroom.runs.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.headroom.model.HeadroomException;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunExplanations;
import org.headroom.spi.ScoringModule;
import org.headroom.workbench.explanation.Explanation;

/**
 * A review of a run as Markdown: the first and the last sites and some named ones, each with its gates and the value, evidence and deciding record
 * of every criterion, and all layers with publisher and date. The same run, choice and remarks give the same text. Not safe for several threads.
 */
public final class RunReview {
    private final Manifest manifest;
    private final RunExplanations explanations;
    private final ReviewChoice choice;
    private final Set<String> written = new LinkedHashSet<>();
    private final StringBuilder out = new StringBuilder(1 << 16);

    /**
     * @param modules the installed modules; those that measured in the run must be among them
     * @throws HeadroomException when the modules of the run are not installed any more
     */
    public RunReview(PublishedRun run, List<? extends ScoringModule> modules, ReviewChoice choice) {
        this.manifest = run.manifest();
        this.explanations = new RunExplanations(run, modules);
        this.choice = choice;
    }

    /**
     * Writes the review.
     *
     * @param remarks Markdown of a person, which is taken as it is: a section whose heading begins with the id of a site that is shown stands with
     *     that site, the rest at the beginning; may be empty
     * @throws HeadroomException of family CONFIG when the run has no site of a name, with the nearest id
     */
    public String markdown(String remarks) {
        int ranked = Math.toIntExact(manifest.counts().ranked());
        List<RunExplanations.RankedSite> named =
                choice.sites().stream().map(explanations::explain).toList();
        List<RunExplanations.RankedSite> first = ranks(1, Math.min(choice.top(), ranked));
        List<RunExplanations.RankedSite> last = ranks(Math.max(1, ranked - choice.bottom() + 1), ranked);
        Map<String, RunExplanations.RankedSite> all = new LinkedHashMap<>();
        List.of(first, last, named)
                .forEach(sites ->
                        sites.forEach(site -> all.put(site.explanation().siteId(), site)));
        Remarks said = remarks.isBlank() ? Remarks.none() : Remarks.read(remarks, all.keySet());
        out.setLength(0);
        written.clear();
        head(said);
        sites("The first " + first.size(), first, said);
        sites("The last " + last.size() + " of those that are ranked", last, said);
        sites("Named places", named, said);
        layers(all);
        return out.toString();
    }

    private List<RunExplanations.RankedSite> ranks(int from, int to) {
        List<RunExplanations.RankedSite> sites = new ArrayList<>();
        for (int rank = from; rank <= to; rank++) {
            sites.add(explanations.explain(rank));
        }
        return sites;
    }

    private void head(Remarks said) {
        Manifest.Counts counts = manifest.counts();
        Manifest.GateCounts gates = manifest.gates();
        out.append("# Review of a ranking: ")
                .append(Markdown.text(manifest.title().isEmpty() ? manifest.project() : manifest.title()))
                .append("\n\nProject ")
                .append(Markdown.text(manifest.project()))
                .append(", evaluation date ")
                .append(manifest.evaluationDate())
                .append(", policy ")
                .append(Markdown.text(
                        manifest.policy().policy() + " " + manifest.policy().version()))
                .append(", ")
                .append(Markdown.figure(manifest.requestedLoadMw()))
                .append(" MW for ")
                .append(Markdown.text(manifest.sector().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .append(", run ")
                .append(Markdown.code(manifest.run()))
                .append(".\n\n")
                .append(counts.ranked())
                .append(" sites are ranked, ")
                .append(counts.excluded())
                .append(" excluded; records of candidates that could not be used: ")
                .append(counts.skipped())
                .append(". Gates: ")
                .append(gates.pass())
                .append(" PASS, ")
                .append(gates.conditional())
                .append(" CONDITIONAL, ")
                .append(gates.unknown())
                .append(" UNKNOWN, ")
                .append(gates.fail())
                .append(
                        " FAIL. Every figure is from the run, as `headroom runs review` writes it; what a person added is told from it by"
                                + " standing in this part or as a quotation.\n");
        if (!said.general().isEmpty()) {
            out.append('\n').append(said.general()).append('\n');
        }
    }

    private void sites(String title, List<RunExplanations.RankedSite> sites, Remarks said) {
        if (sites.isEmpty()) {
            return;
        }
        out.append("\n## ").append(title).append("\n\n| rank | site | score | gate | tier |\n|---|---|---|---|---|\n");
        for (RunExplanations.RankedSite site : sites) {
            Explanation why = site.explanation();
            out.append("| ")
                    .append(SiteSection.standing(site))
                    .append(" | [")
                    .append(SiteSection.title(site))
                    .append("](#")
                    .append(Markdown.anchor("site", why.siteId()))
                    .append(") | ")
                    .append(Markdown.figure(why.score()))
                    .append(" | ")
                    .append(why.gate())
                    .append(" | ")
                    .append(why.tier())
                    .append(" |\n");
        }
        for (RunExplanations.RankedSite site : sites) {
            String id = site.explanation().siteId();
            if (written.add(id)) {
                SiteSection.write(site, said.of(id), out);
            }
        }
    }

    /** The layers that are named above. */
    private void layers(Map<String, RunExplanations.RankedSite> shown) {
        Set<String> named = new LinkedHashSet<>();
        shown.values().forEach(site -> site.explanation().layers().forEach(layer -> named.add(layer.layer())));
        if (named.isEmpty()) {
            return;
        }
        out.append("\n## Layers\n\n| layer | publisher | as of | to be known |\n|---|---|---|---|\n");
        for (Explanation.LayerLine layer : explanations.layers()) {
            if (named.contains(layer.layer())) {
                out.append("| <a id=\"")
                        .append(Markdown.anchor("layer", layer.layer()))
                        .append("\"></a>")
                        .append(Markdown.text(layer.layer()))
                        .append(" | ")
                        .append(Markdown.text(layer.source()))
                        .append(" | ")
                        .append(layer.asOf())
                        .append(" | ")
                        .append(Markdown.text(layer.age()))
                        .append(" |\n");
            }
        }
    }
}
