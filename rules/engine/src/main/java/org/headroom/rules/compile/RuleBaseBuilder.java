package org.headroom.rules.compile;

import java.util.List;
import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.SiteFields;

/** Makes the rule base of a policy: from the class files that were kept of the same rules, or else by compiling them. Both are checked. */
public final class RuleBaseBuilder {
    private RuleBaseBuilder() {}

    /**
     * Compiles when nothing is kept; that takes some seconds the first time.
     *
     * @param kept where class files are kept; empty for nowhere
     * @param problems takes what the compiler says, under the name of the rule that it is about
     * @throws HeadroomException when the compiler refused a rule (family POLICY) or could not run (INTERNAL)
     */
    public static RuleBase build(
            List<CheckedRule> rules,
            SiteFields fields,
            Optional<? extends KeptRules> kept,
            Problems problems,
            String policyFolder) {
        RuleSource source = RuleSource.of(rules, fields);
        Optional<RuleBase> known = kept.<RuleClasses>flatMap(store -> store.find(source))
                .filter(classes -> ClassFileCheck.find(classes).isEmpty())
                .flatMap(classes -> tryLoad(classes, rules));
        if (known.isPresent()) {
            return known.get();
        }
        // Whatever is there under their name is of no use, and shall not be met again should the compiler be stopped.
        kept.ifPresent(store -> store.remove(source));
        RuleClasses compiled = RuleCompiler.compile(source, rules, problems);
        problems.throwIfAny(policyFolder);
        refuse(ClassFileCheck.find(compiled), compiled, rules, problems);
        problems.throwIfAny(policyFolder);
        try {
            RuleBase made = RuleLoader.load(compiled, rules);
            kept.ifPresent(store -> store.keep(source, compiled));
            return made;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new HeadroomException(FailureFamily.INTERNAL, "the compiled rules cannot be loaded: " + e, "", e);
        }
    }

    /** The compiled rules of a policy as bytes for {@link SentRules} in another process; empty when they are not kept. */
    public static Optional<byte[]> portable(List<CheckedRule> rules, SiteFields fields, RuleStore kept) {
        return kept.portable(RuleSource.of(rules, fields));
    }

    /** The check of the rule files let something through, or Drools writes other classes than it did. */
    static void refuse(
            List<ClassFileCheck.Finding> findings, RuleClasses classes, List<CheckedRule> rules, Problems problems) {
        if (findings.isEmpty()) {
            return;
        }
        RulesOfClasses owners = new RulesOfClasses(classes);
        for (ClassFileCheck.Finding finding : findings) {
            String message = "compiled, it has " + finding.what() + " in " + finding.type()
                    + ", which no rule may have; nothing of it was run";
            Optional<CheckedRule> rule =
                    owners.find(finding).filter(index -> index < rules.size()).map(rules::get);
            rule.ifPresentOrElse(known -> problems.add(known.problem(message)), () -> problems.add("drl", 0, message));
        }
    }

    /** Nothing when the classes do not fit this program; then they are compiled anew. */
    private static Optional<RuleBase> tryLoad(RuleClasses classes, List<CheckedRule> rules) {
        try {
            return Optional.of(RuleLoader.load(classes, rules));
        } catch (ReflectiveOperationException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return Optional.empty();
        }
    }
}
