package org.headroom.export;

import java.util.Locale;
import java.util.regex.Pattern;

/** Long names of the columns that every ranking has, and of the scores of the families of criteria. */
public final class ColumnNames {
    public static final String RANK = "rank";
    public static final String SITE_ID = "siteId";
    public static final String NAME = "name";
    public static final String ORIGIN = "origin";
    public static final String SCORE = "score";
    public static final String SCORE_LOWER_BOUND = "scoreLowerBound";
    public static final String SCORE_UPPER_BOUND = "scoreUpperBound";
    /** Probability to be among the first N when all that is unknown is drawn. */
    public static final String TOP_N_PROBABILITY = "topNProbability";

    public static final String TOP_N_STANDARD_ERROR = "topNStandardError";
    public static final String EXPECTED_RANK = "expectedRank";
    public static final String RANK_P05 = "rankP05";
    public static final String RANK_P95 = "rankP95";
    public static final String EXPECTED_SCORE = "expectedScore";
    public static final String GATE = "gate";
    /** Code of the rule that excluded the site; no text for a site that is not excluded. The style draws such sites grey. */
    public static final String EXCLUSION = "exclusion";

    public static final String TIER = "tier";
    public static final String WHY = "why";
    public static final String CONFIDENCE_FRACTION = "confidenceFraction";
    public static final String ISSUES = "issues";
    public static final String POLICY_VERSION = "policyVersion";
    public static final String RUN_ID = "runId";
    public static final String EVALUATION_DATE = "evaluationDate";

    /** Digest of the policy's files. */
    public static final String POLICY_DIGEST = "policyDigest";

    public static final String PROJECT = "project";
    public static final String SECTOR = "sector";
    public static final String REQUESTED_LOAD_MW = "requestedLoadMw";
    /** Id of the record that decided where the site connects to the grid. */
    public static final String NODE_ID = "nodeId";

    public static final String NODE_NAME = "nodeName";
    public static final String NODE_LAYER = "nodeLayer";
    /** Id of the record that decided the moratorium gate. */
    public static final String MORATORIUM_ID = "moratoriumId";

    public static final String MORATORIUM_LAST_DAY = "moratoriumLastDay";
    public static final String MORATORIUM_LINK = "moratoriumLink";
    /** Behind the name of a figure: the lower end of its interval. */
    public static final String LOW_END = "_lo";
    /** Behind the name of a figure: the upper end of its interval. */
    public static final String HIGH_END = "_hi";
    /** Behind the name of a figure: layer and id of the record that decided it. */
    public static final String RECORD = "_record";

    /** Name of the {@code RankChange} of a site, in a table of the differences between two rankings. */
    public static final String CHANGE = "change";

    private static final Pattern HYPHENATED = Pattern.compile("-+(.?)");

    private ColumnNames() {}

    /**
     * Name of the column with the score of a family: {@code gridHeadroomScore} for {@code grid-headroom}.
     *
     * @param family id of the scoring module, lower case with hyphens
     */
    public static String familyScore(String family) {
        return HYPHENATED.matcher(family).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT)) + "Score";
    }
}
