package org.headroom.decide.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Who enters a list and who leaves it, and what that is worth. */
class ListEdgeTest {
    private static final Standing LAST = new Standing(1, 60, 10);
    private static final Standing NEXT = new Standing(1, 58, 20);
    private static final ListEdge EDGE = new ListEdge(LAST, NEXT, 0);

    @Test
    void aSiteEntersThatStandsBeforeTheLast() {
        assertThat(EDGE.enters(1, 61, 99)).isTrue();
        assertThat(EDGE.enters(1, 60, 9)).isTrue();
        assertThat(EDGE.enters(1, 60, 11)).isFalse();
        assertThat(EDGE.enters(2, 90, 1)).as("of a worse tier").isFalse();
        assertThat(EDGE.enters(9, 90, 1)).as("excluded").isFalse();
        assertThat(EDGE.gainOfEntry(61.5)).isEqualTo(1.5);
        assertThat(EDGE.gainOfEntry(50)).as("by its tier alone").isZero();
    }

    @Test
    void aSiteLeavesThatStandsBehindTheNext() {
        assertThat(EDGE.leaves(1, 59, 1)).isFalse();
        assertThat(EDGE.leaves(1, 58, 21)).isTrue();
        assertThat(EDGE.leaves(2, 80, 1)).isTrue();
        assertThat(EDGE.gainOfLeaving(1, 50)).isEqualTo(8);
        assertThat(EDGE.gainOfLeaving(2, 80))
                .as("worth more, and behind all the same")
                .isZero();
        assertThat(EDGE.gainOfLeaving(9, 80)).as("excluded").isEqualTo(58);
        assertThat(EDGE.gainOfLeaving(8, 80)).as("expected to be excluded").isEqualTo(58);
    }

    @Test
    void aListThatIsNotFullTakesWhoPasses() {
        ListEdge open = new ListEdge(new Standing(9, 80, 3), null, 0);
        assertThat(open.enters(3, 1, 5)).isTrue();
        assertThat(open.enters(9, 99, 5)).isFalse();
        assertThat(open.gainOfEntry(12)).isEqualTo(12);
        assertThat(open.leaves(1, 1, 5)).isFalse();
        assertThat(open.leaves(9, 99, 5)).isTrue();
        assertThat(open.isOutOfReach(0)).isFalse();
        assertThat(EDGE.isOutOfReach(59.9)).isTrue();
        assertThat(EDGE.isOutOfReach(60)).isFalse();
    }

    /** One county's answer moves all its sites at once: gains add up, probabilities do not. */
    @Test
    void whatIsSharedIsSettledOnce() {
        Thing thing = new Thing(10);
        thing.add(4, levels(0, 3), new BitSet(), 0.5);
        thing.add(7, levels(1, 6), new BitSet(), 0.25);
        thing.add(9, new BitSet(), levels(8, 9), 1);
        assertThat(thing.probabilityToEnter()).isEqualTo(0.6);
        assertThat(thing.probabilityToLeave()).isEqualTo(0.1);
        assertThat(thing.expectedChange()).isEqualTo(1.75);
        assertThat(thing.site()).as("that it moves most often").isEqualTo(7);
    }

    private static BitSet levels(int from, int to) {
        BitSet levels = new BitSet();
        levels.set(from, to);
        return levels;
    }

    @Test
    void adviceIsASentence() {
        assertThat(AdviceText.of(entry("39093", "Lake County, OH", 0.34, 0), "", 20))
                .isEqualTo("Ask Lake County, OH about the moratorium: 34 % to enter the top 20.");
        assertThat(AdviceText.of(entry("", "Lake County", 0.034, 0.5), "", 20))
                .isEqualTo("Find out the moratorium of Lake County: 3.4 % to enter the top 20, 50 % to leave it.");
        assertThat(AdviceText.of(entry("39", "stateCode 39", 0, 0.5), "", 10))
                .isEqualTo("Ask stateCode 39 about the moratorium: 50 % to leave the top 10, Lake County first.");
        assertThat(AdviceText.of(entry("", "Lake County", 0, 0), "", 10))
                .isEqualTo("Find out the moratorium of Lake County: alone it changes nothing in the top 10.");
        String ask = "Ask the utility that serves {place} for a load study";
        assertThat(AdviceText.of(entry("", "Lake County, OH", 0.34, 0), ask, 20))
                .isEqualTo("Ask the utility that serves Lake County, OH for a load study: 34 % to enter the top 20.");
    }

    private static AdviceEntry entry(String sharing, String where, double enter, double leave) {
        return new AdviceEntry(
                "moratoriumGate",
                "Moratorium",
                true,
                sharing.isEmpty() ? "" : "jurisdictionCode",
                sharing,
                where,
                1,
                "C-39093",
                "Lake County",
                "OH",
                31,
                enter,
                leave,
                1,
                "");
    }
}
