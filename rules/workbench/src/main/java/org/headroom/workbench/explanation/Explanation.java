package org.headroom.workbench.explanation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.GateAnswer;
import org.headroom.rules.reading.RankBy;
import org.jspecify.annotations.Nullable;

/**
 * Why a site stands where it stands. Plain records in the policy's order, ready to be written as JSON; numbers that are unknown are
 * null, texts that do not apply are empty.
 *
 * @param siteId the site
 * @param origin GREENFIELD or BROWNFIELD
 * @param policy id and version of the policy
 * @param gate all gates together
 * @param tier 1 is best
 * @param score what it is ranked by
 * @param lower lower bound of the score
 * @param upper upper bound
 * @param rankBy which end of the score ranks
 * @param minimum lowest score of the policy; what is below it is raised to it
 * @param maximum highest score of the policy
 * @param criteriaLower points of all criteria, lower bound
 * @param criteriaUpper points of all criteria, upper bound
 * @param adjustmentsLower points of all adjustments, lower bound
 * @param adjustmentsUpper points of all adjustments, upper bound
 * @param criteriaExpected points that are expected of all criteria; null unless the policy ranks by what is expected
 * @param adjustmentsExpected points of the adjustments that hold, or that hold if what is unknown is worth what is expected of it
 * @param tierBecause what put the site in its tier, in words
 * @param confidenceFraction share of the weight with known data that are no fallback
 * @param facility what the source of an existing facility says it is, in words by attribute; only what it says
 * @param gates every gate of the policy
 * @param criteria every line of the criteria tables
 * @param adjustments bonuses, maluses and tiers that hold or may hold
 * @param open what is not known, and what it could change
 * @param layers the layers named in the readings
 * @param records what else the records say that decided; only those that say more
 */
public record Explanation(
        String siteId,
        String origin,
        String policy,
        GateAnswer gate,
        int tier,
        double score,
        double lower,
        double upper,
        RankBy rankBy,
        double minimum,
        double maximum,
        double criteriaLower,
        double criteriaUpper,
        double adjustmentsLower,
        double adjustmentsUpper,
        @Nullable Double criteriaExpected,
        @Nullable Double adjustmentsExpected,
        String tierBecause,
        double confidenceFraction,
        Map<String, String> facility,
        List<Gate> gates,
        List<CriterionLine> criteria,
        List<RuleLine> adjustments,
        List<Open> open,
        List<LayerLine> layers,
        List<RecordLine> records) {

    public Explanation {
        facility = Collections.unmodifiableMap(new LinkedHashMap<>(facility));
        gates = List.copyOf(gates);
        criteria = List.copyOf(criteria);
        adjustments = List.copyOf(adjustments);
        open = List.copyOf(open);
        layers = List.copyOf(layers);
        records = List.copyOf(records);
    }

    /**
     * One gate.
     *
     * @param gate name
     * @param answer its answer
     * @param rules the rules that hold or may hold; empty for a pass
     * @param because all fields that the rules of the gate read
     */
    public record Gate(String gate, GateAnswer answer, List<RuleLine> rules, List<Reading> because) {
        public Gate {
            rules = List.copyOf(rules);
            because = List.copyOf(because);
        }
    }

    /**
     * A rule that holds, or of which it cannot be told.
     *
     * @param rule name
     * @param at file and line of the rule in the policy folder
     * @param decided whether it holds; false when it hangs on something unknown
     * @param expected whether it holds, or holds if what is unknown is worth what the policy's priors expect of it
     * @param excludes whether it makes its gate FAIL
     * @param codes codes of its exclusions and conditions
     * @param reasons reasons in words
     * @param pointsLower points that it adds to the lower bound of the score
     * @param pointsUpper points that it adds to the upper bound
     * @param tier tier that it names; 0 for none
     * @param source where the rule comes from
     * @param because the fields that it reads
     */
    public record RuleLine(
            String rule,
            String at,
            boolean decided,
            boolean expected,
            boolean excludes,
            List<String> codes,
            List<String> reasons,
            double pointsLower,
            double pointsUpper,
            int tier,
            String source,
            List<Reading> because) {
        public RuleLine {
            codes = List.copyOf(codes);
            reasons = List.copyOf(reasons);
            because = List.copyOf(because);
        }
    }

    /**
     * Something that is not known, and what it could change.
     *
     * @param name criterion or rule
     * @param isRule whether it is a rule of which it cannot be told whether it holds
     * @param pointsLower points that it adds to the lower bound of the score
     * @param pointsUpper points that it adds to the upper bound
     * @param gate gate of the rule; empty for others
     * @param answer what the gate would answer if the rule holds; PASS for others
     * @param tier tier that the rule names; 0 for none
     */
    public record Open(
            String name,
            boolean isRule,
            double pointsLower,
            double pointsUpper,
            String gate,
            GateAnswer answer,
            int tier) {}

    /**
     * A layer that decided something.
     *
     * @param layer its id
     * @param source who published it; empty when not known
     * @param asOf the day that it describes, ISO 8601; empty when not known
     * @param age what should be known of its age; empty when nothing
     */
    public record LayerLine(String layer, String source, String asOf, String age) {}

    /**
     * A record that decided something, with what it says beside the figures.
     *
     * @param layer id of its layer
     * @param record its id
     * @param fields texts by field of the layer's kind; at least one
     */
    public record RecordLine(String layer, String record, Map<String, String> fields) {
        public RecordLine {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * What is known of one field.
     *
     * @param field criterion or attribute
     * @param value the value in words with its unit: a number, an interval, a label, a text or {@code unknown}
     * @param lower lower bound of a number; null when unknown or no number
     * @param upper upper bound
     * @param unit unit of a number
     * @param evidence class of the evidence; empty for an attribute
     * @param unknownReason why it is unknown; empty when it is known
     * @param layer id of the layer that decided, or empty
     * @param record id of the record that decided, or empty
     * @param asOf the day that the layer describes, ISO 8601; empty when not known
     * @param age what should be known of its age on the evaluation date; empty when nothing
     */
    public record Reading(
            String field,
            String value,
            @Nullable Double lower,
            @Nullable Double upper,
            String unit,
            String evidence,
            String unknownReason,
            String layer,
            String record,
            String asOf,
            String age) {}

    /**
     * One criterion and what it is worth.
     *
     * @param module module that measured it
     * @param label short name for people
     * @param reading the measurement
     * @param valueFunction where on the value function it lies, in words
     * @param utilityLower value from 0 to 1, lower bound
     * @param utilityUpper upper bound
     * @param weight share of the score
     * @param pointsLower points that it adds to the lower bound of the score
     * @param pointsUpper points that it adds to the upper bound
     * @param expected what is expected of it; null when it is exactly known, or the policy does not say what unknown means
     * @param source where weight and anchors come from
     * @param inputs what the module says that it works with at this site, but for its figures from the policy; empty when it says nothing
     * @param parameters those figures
     */
    public record CriterionLine(
            String module,
            String label,
            Reading reading,
            String valueFunction,
            double utilityLower,
            double utilityUpper,
            double weight,
            double pointsLower,
            double pointsUpper,
            @Nullable Expected expected,
            String source,
            List<Reading> inputs,
            List<ParameterLine> parameters) {
        public CriterionLine {
            inputs = List.copyOf(inputs);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * What is expected of a measurement that is unknown, or known to lie between two bounds.
     *
     * @param utility mean value, 0 to 1
     * @param points mean points
     * @param countsAs the measurement that is worth as much, in words with its unit; rules are decided by it
     * @param because reasoning of the prior; for an interval, that any measurement in it is as likely as any other
     * @param source source of the prior; empty for an interval
     */
    public record Expected(double utility, double points, String countsAs, String because, String source) {}

    /**
     * A figure of the policy that a module works with, the same for all sites.
     *
     * @param parameter its name
     * @param value the value in words with its unit
     * @param asOf day, month or year that it describes
     * @param source where it comes from
     */
    public record ParameterLine(String parameter, String value, String asOf, String source) {}
}
