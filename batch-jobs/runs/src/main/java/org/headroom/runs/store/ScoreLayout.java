package org.headroom.runs.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.reading.RankBy;
import org.headroom.runs.file.Json;

/**
 * What of a policy decides how its scores are laid out on disk; kept beside them, so that they can be read without the policy.
 *
 * @param rules number of rules
 * @param gates names of the gates
 * @param families modules, each with a score of its own
 * @param rankBy which end of the score ranks
 * @param inProportion number of rules that give points in proportion; not written where there are none
 */
public record ScoreLayout(
        @JsonProperty("rules") int rules,
        @JsonProperty("gates") List<String> gates,
        @JsonProperty("families") List<String> families,
        @JsonProperty("rankBy") RankBy rankBy,

        @JsonProperty("inProportion") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int inProportion) {
    public ScoreLayout {
        gates = List.copyOf(gates);
        families = List.copyOf(families);
    }

    public static ScoreLayout of(Policy policy) {
        return new ScoreLayout(
                policy.rules().size(),
                policy.gates(),
                policy.families(),
                policy.rankBy(),
                policy.rulesInProportion().size());
    }

    /** Reads the layout of the scores in a folder. */
    public static ScoreLayout read(Path folder) {
        return Json.read(file(folder), ScoreLayout.class);
    }

    public void write(Path folder) {
        Json.write(file(folder), this);
    }

    private static Path file(Path folder) {
        return folder.resolve("layout.json");
    }

    /** Words of rule bits for each site. */
    public int wordsPerSite() {
        return Math.max(1, (rules + Long.SIZE - 1) / Long.SIZE);
    }
}
