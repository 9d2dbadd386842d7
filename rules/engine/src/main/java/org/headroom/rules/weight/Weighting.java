package org.headroom.rules.weight;

import org.headroom.rules.value.Words;

/**
 * How some weights of a policy were found.
 *
 * @param of {@code modules}, or the module whose criteria were weighed
 * @param method key of the method in {@code weights.yaml}
 * @param judges how many judged; 1 for every method but {@code ahp}
 * @param consistencyRatio the largest of any judge and of all together; 0 for every method but {@code ahp}
 */
public record Weighting(String of, String method, int judges, double consistencyRatio) {
    /** In words, such as {@code modules by ahp, 3 judges, consistency ratio at most 0.041}. */
    public String text() {
        return of + " by " + method
                + (method.equals("ahp")
                        ? ", " + judges + (judges == 1 ? " judge" : " judges") + ", consistency ratio at most "
                                + Words.number(Math.round(1000 * consistencyRatio) / 1000.0)
                        : "");
    }
}
