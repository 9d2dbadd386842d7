package org.headroom.runs;

import java.util.List;
import org.headroom.model.DataIssue;

/**
 * What was collected as candidate sites.
 *
 * @param sources one entry a source, in the project's order
 * @param issues sites that were skipped, with the reason
 */
public record CandidateReport(List<CandidateCounts> sources, List<DataIssue> issues) {}
