package org.headroom.rules.drl;

import java.util.Collection;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.headroom.rules.check.Problems;
import org.headroom.rules.fact.SiteSource;

/** Holds what stands outside the rules of a file against the allow-list. */
final class PackageChecker {
    private static final String PACKAGE = "headroom.policy";

    private final RuleFile file;
    private final Problems problems;

    PackageChecker(RuleFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check(PackageDescr parsed) {
        if (parsed.getName().isEmpty() && !parsed.getRules().isEmpty()) {
            problems.add(file.at(file.placeOfLine(1))
                    .error("the file names no package")
                    .withKind("not-allowed")
                    .withAdvice("write package " + PACKAGE + "; as its first line"));
        } else if (!parsed.getName().isEmpty() && !PACKAGE.equals(parsed.getName())) {
            add(file.placeOfLine(1), "the package is \"" + parsed.getName() + "\", it must be \"" + PACKAGE + "\"");
        }
        for (ImportDescr imported : parsed.getImports()) {
            if (!SiteSource.CLASS_NAME.equals(imported.getTarget())) {
                add(
                        file.placeOf(imported),
                        "the import of " + imported.getTarget() + " is not allowed; only " + SiteSource.CLASS_NAME
                                + " is");
            }
        }
        refuse("a function import", parsed.getFunctionImports());
        refuse("an accumulate import", parsed.getAccumulateImports());
        refuse("a global", parsed.getGlobals());
        refuse("a function", parsed.getFunctions());
        refuse("a declared type", parsed.getTypeDeclarations());
        refuse("a declared enum", parsed.getEnumDeclarations());
        refuse("an entry point", parsed.getEntryPointDeclarations());
        refuse("a window", parsed.getWindowDeclarations());
        if (parsed.getUnit() != null) {
            add(file.placeOf(parsed.getUnit()), "a rule unit is not allowed in a policy");
        }
        for (AttributeDescr attribute : parsed.getAttributes()) {
            if (!attribute.getName().equals("dialect") || !"java".equals(attribute.getValue())) {
                add(file.placeOf(attribute), "the attribute " + attribute.getName() + " is not allowed outside a rule");
            }
        }
        if (parsed.getRules().isEmpty()) {
            problems.add(file.path(), 0, "the file has no rule");
        }
    }

    private void refuse(String what, Collection<? extends BaseDescr> found) {
        for (BaseDescr descr : found) {
            add(file.placeOf(descr), what + " is not allowed in a policy");
        }
    }

    private void add(RuleFile.Place place, String message) {
        problems.add(file.at(place).error(message).withKind("not-allowed"));
    }
}
