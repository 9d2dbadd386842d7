package org.headroom.rules.compile;

import java.util.List;
import java.util.Map;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.headroom.rules.fact.SiteFact;
import org.headroom.rules.fact.SiteSource;
import org.headroom.rules.rule.CheckedRule;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.SequentialOption;

/** Makes a rule base from class files, with nothing of Drools but its run time: no module, no container, no compiler. */
final class RuleLoader {
    private RuleLoader() {}

    /**
     * @param classes as they passed {@link ClassFileCheck}
     * @param rules what they were made of
     * @throws ReflectiveOperationException when the classes are not those of a rule base
     * @throws LinkageError when they do not fit this program
     */
    static RuleBase load(RuleClasses classes, List<CheckedRule> rules) throws ReflectiveOperationException {
        ClassLoader loader = new Loader(classes.files(), SiteFact.class.getClassLoader());
        Model model = loader.loadClass(classes.model())
                .asSubclass(Model.class)
                .getDeclaredConstructor()
                .newInstance();
        Class<? extends SiteFact> siteClass =
                loader.loadClass(SiteSource.CLASS_NAME).asSubclass(SiteFact.class);
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader);
        configuration.setOption(SequentialOption.YES);
        KieBase kieBase = KieBaseBuilder.createKieBaseFromModel(model, configuration);
        return new RuleBase(kieBase, siteClass, rules);
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files, ClassLoader parent) {
            super("rules", parent);
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
