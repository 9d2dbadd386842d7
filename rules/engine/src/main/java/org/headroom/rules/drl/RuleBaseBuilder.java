package org.headroom.rules.drl;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.Problems;
import org.headroom.rules.fact.SiteFact;
import org.headroom.rules.fact.SiteFields;
import org.headroom.rules.fact.SiteSource;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.conf.SequentialOption;
import org.kie.api.runtime.KieContainer;

/**
 * Compiles checked rules together with the generated Site class. What the compiler sees is written anew from what was understood:
 * field names of the vocabulary, numbers, plain texts, and rule numbers; nothing of the file is passed through.
 */
public final class RuleBaseBuilder {
    private static final AtomicLong BUILDS = new AtomicLong();
    private static final Pattern RULE_NUMBER = Pattern.compile("\\bR([0-9]{1,9})\\b");

    private RuleBaseBuilder() {}

    /**
     * Compiles; takes some seconds the first time.
     *
     * @param problems takes what the compiler says, under the name of the rule that it is about
     * @throws HeadroomException when the compiler refused a rule (family POLICY) or could not run (INTERNAL)
     */
    public static synchronized RuleBase build(
            List<CheckedRule> rules, SiteFields fields, Problems problems, String policyFolder) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.headroom", "policy", Long.toString(BUILDS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        KieModuleModel module = services.newKieModuleModel();
        module.newKieBaseModel("policy").setDefault(true);
        files.writeKModuleXML(module.toXML());
        files.write("src/main/java/org/headroom/rules/Site.java", SiteSource.of(fields));
        files.write("src/main/resources/headroom/policy/policy.drl", drl(rules));
        ClassLoader loader = SiteFact.class.getClassLoader();
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            report(message.getText(), rules, problems);
        }
        problems.throwIfAny(policyFolder);
        try {
            KieContainer container = services.newKieContainer(release, loader);
            KieBaseConfiguration configuration = services.newKieBaseConfiguration();
            configuration.setOption(SequentialOption.YES);
            Class<? extends SiteFact> siteClass =
                    container.getClassLoader().loadClass(SiteSource.CLASS_NAME).asSubclass(SiteFact.class);
            return new RuleBase(container.newKieBase(configuration), siteClass);
        } catch (ReflectiveOperationException e) {
            throw new HeadroomException(FailureFamily.INTERNAL, "the generated Site class cannot be used: " + e, "", e);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** The rules as they are compiled; rule {@code i} is named {@code Ri}. */
    static String drl(List<CheckedRule> rules) {
        StringBuilder drl = new StringBuilder("package headroom.policy;\nimport org.headroom.rules.Site;\n");
        for (CheckedRule rule : rules) {
            drl.append("rule \"R").append(rule.index()).append("\" salience ").append(rule.salience());
            drl.append("\nwhen\n    $s : Site(").append(constraints(rule.condition()));
            drl.append(")\nthen\n    $s.fire(").append(rule.index()).append(");\nend\n");
        }
        return drl.toString();
    }

    private static String constraints(Condition condition) {
        return condition instanceof Condition.And and
                ? and.parts().stream().map(Condition::drl).collect(Collectors.joining(", "))
                : condition.drl();
    }

    private static void report(String message, List<CheckedRule> rules, Problems problems) {
        Matcher number = RULE_NUMBER.matcher(message);
        String first = message.lines().findFirst().orElse("no message");
        if (number.find() && Integer.parseInt(number.group(1)) < rules.size()) {
            CheckedRule rule = rules.get(Integer.parseInt(number.group(1)));
            problems.add(rule.file(), rule.line(), rule.name(), "the rule compiler refused it: " + first);
        } else {
            problems.add("drl", 0, "the rule compiler refused the rules: " + first);
        }
    }
}
