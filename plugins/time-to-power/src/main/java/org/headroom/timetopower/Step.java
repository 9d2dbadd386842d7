package org.headroom.timetopower;

import java.util.Arrays;
import java.util.List;

/** What may decide the day on which a site has power. The order is that of the labels of {@code timeToPowerBinding}. */
enum Step {
    STUDY_AND_AGREEMENT,
    MORATORIUM_OR_PERMIT,
    TRANSFORMER,
    TIE_LINE,
    REFIT;

    static final List<String> LABELS = Arrays.stream(values()).map(Step::name).toList();
}
