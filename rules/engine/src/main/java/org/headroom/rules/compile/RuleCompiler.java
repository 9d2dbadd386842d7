package org.headroom.rules.compile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.headroom.rules.check.Problems;
import org.headroom.rules.drl.TimeLimit;
import org.headroom.rules.fact.SiteFact;
import org.headroom.rules.fact.SiteSource;
import org.headroom.rules.rule.CheckedRule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the generated rules and the generated Site class into class files, by Drools' executable model. */
final class RuleCompiler {
    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);

    private static final AtomicLong BUILDS = new AtomicLong();
    private static final Pattern RULE_NUMBER = Pattern.compile("\\bR([0-9]{1,9})\\b");
    private static final String CLASS = ".class";

    /** As many rules as are allowed take a minute on a slow machine. */
    private static final Duration MAX_COMPILING = Duration.ofMinutes(10);

    private static final String ONE_AFTER_ANOTHER = "-1";

    private RuleCompiler() {}

    /**
     * Compiles; takes some seconds the first time.
     *
     * @param source what {@link RuleSource} wrote for the rules
     * @param rules the rules, to name the one that the compiler refuses
     * @param problems takes what the compiler says
     * @return the class files; of no use when there is a new problem
     */
    static RuleClasses compile(RuleSource source, List<CheckedRule> rules, Problems problems) {
        return compile(source, rules, problems, MAX_COMPILING);
    }

    /** As {@link #compile(RuleSource, List, Problems)}, with another limit of time. */
    static RuleClasses compile(RuleSource source, List<CheckedRule> rules, Problems problems, Duration limit) {
        Problems found = new Problems();
        Optional<RuleClasses> compiled = TimeLimit.run(limit, () -> compileAll(source, rules, found));
        if (compiled.isPresent()) {
            found.sorted().forEach(problems::add);
            return compiled.get();
        }
        CheckedRule largest = rules.stream()
                .max(Comparator.comparingInt(CheckedRule::comparisons))
                .orElseThrow();
        problems.add(largest.problem(
                "the rules are not compiled after " + limit.toSeconds() + " s; this is the largest, with "
                        + largest.comparisons() + " comparisons. Write fewer or simpler ones"));
        return new RuleClasses("", Map.of());
    }

    private static synchronized RuleClasses compileAll(RuleSource source, List<CheckedRule> rules, Problems problems) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.headroom", "policy", Long.toString(BUILDS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        KieModuleModel module = services.newKieModuleModel();
        // In parallel, a condition that more than ten rules share would name ten of them by chance: other bytes each
        // time.
        module.setConfigurationProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, ONE_AFTER_ANOTHER);
        module.newKieBaseModel("policy").setDefault(true);
        files.writeKModuleXML(module.toXML());
        files.write("src/main/java/org/headroom/rules/Site.java", source.site());
        files.write("src/main/resources/headroom/policy/policy.drl", source.drl());
        try {
            KieBuilder builder = services.newKieBuilder(files, SiteFact.class.getClassLoader())
                    .buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            errors.forEach(error -> report(error.getText(), rules, problems));
            return errors.isEmpty()
                    ? classes((InternalKieModule) builder.getKieModule(), release)
                    : new RuleClasses("", Map.of());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** The classes of the rules and the Site class, without what a module of several rule bases needs besides. */
    private static RuleClasses classes(InternalKieModule module, ReleaseId release) {
        Map<String, byte[]> classes = new HashMap<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(CLASS) && (file.startsWith("headroom/") || file.startsWith("org/headroom/"))) {
                String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                classes.put(name, module.getBytes(file));
            }
        }
        // The first line is Drools' version, each other one the model of a package.
        List<String> models = new String(
                        module.getBytes(CanonicalKieModule.getModelFileWithGAV(release)), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
        if (models.size() != 1 || !classes.containsKey(SiteSource.CLASS_NAME)) {
            throw new IllegalStateException("the rule compiler made the models " + models + " and the classes "
                    + classes.keySet() + ", where one model and a Site were expected");
        }
        return new RuleClasses(models.get(0), classes);
    }

    private static void report(String message, List<CheckedRule> rules, Problems problems) {
        Matcher number = RULE_NUMBER.matcher(message);
        // The compiler's words are about what was made of a rule, which its author has never seen.
        LOG.debug("the rule compiler refuses: {}", message);
        if (number.find() && Integer.parseInt(number.group(1)) < rules.size()) {
            CheckedRule rule = rules.get(Integer.parseInt(number.group(1)));
            problems.add(rule.problem("the rule was understood, but cannot be made ready to run")
                    .withKind("compile")
                    .withAdvice("write its condition in another way, or as several rules"));
        } else {
            problems.add("drl", 0, "the rules were understood, but cannot be made ready to run");
        }
    }
}
