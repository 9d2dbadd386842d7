package org.headroom.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Compiles and runs a rule file as Drools does when nobody checks it, beside a rule {@code victim} that holds for every site. */
final class PlainDrools {
    static final int MAX_FIRINGS = 1_000;
    static final double KV = 138;

    private static final AtomicLong BUILDS = new AtomicLong();

    private static final String VICTIM = """
            package headroom.policy;
            import org.headroom.rules.Site;
            rule "victim" salience -1000 when $s: Site() then $s.bonus(1, "victim"); end
            """;

    private static final String SITE = """
            package org.headroom.rules;
            public class Site {
                public static final java.util.List<String> REASONS = new java.util.ArrayList<>();
                private double kv = 138;
                private String name = "a site";
                private String ban = "PASS";
                public double getKv() { return kv; }
                public void setKv(double kv) { this.kv = kv; }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
                public String getBan() { return ban; }
                public void fire(int rule) { REASONS.add("fired"); }
                public void bonus(double points, String reason) { REASONS.add(reason); }
                public void malus(double points, String reason) { REASONS.add(reason); }
                public void tier(double tier, String reason) { REASONS.add(reason); }
                public void exclude(String code, String reason) { REASONS.add(code + reason); }
                public void conditional(String code, String reason) { REASONS.add(code + reason); }
            }
            """;

    private PlainDrools() {}

    /**
     * What a run did.
     *
     * @param firings how many rules fired, at most {@link #MAX_FIRINGS}
     * @param kv the site's measurement afterwards; {@link #KV} before
     * @param reasons what rules wrote
     * @param failure what broke the run off; null when nothing did
     */
    record Outcome(
            int firings,
            double kv,
            List<String> reasons,
            @Nullable String failure) {}

    /**
     * Runs a file over one site.
     *
     * @param name the site's name
     * @throws IllegalArgumentException when Drools does not compile it
     */
    static Outcome run(String drl, String name) throws ReflectiveOperationException {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("org.headroom.test", "plain", Long.toString(BUILDS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.writeKModuleXML(services.newKieModuleModel().toXML());
        files.write("src/main/java/org/headroom/rules/Site.java", SITE);
        files.write("src/main/resources/headroom/policy/rules.drl", drl);
        files.write("src/main/resources/headroom/policy/victim.drl", VICTIM);
        try {
            KieBuilder builder = services.newKieBuilder(files, PlainDrools.class.getClassLoader())
                    .buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(
                        "Drools does not compile it: " + errors.get(0).getText());
            }
            return run(services.newKieContainer(release), name);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static Outcome run(KieContainer container, String name) throws ReflectiveOperationException {
        String failure = null;
        int firings = 0;
        try {
            Class<?> type = container.getClassLoader().loadClass("org.headroom.rules.Site");
            List<?> reasons = (List<?>) type.getField("REASONS").get(null);
            Object site = type.getConstructor().newInstance();
            type.getMethod("setName", String.class).invoke(site, name);
            // Compiled rules may be initialised only now, so this may fail too.
            try {
                KieSession session = container.newKieSession();
                session.insert(site);
                firings = session.fireAllRules(MAX_FIRINGS);
                session.dispose();
            } catch (RuntimeException | Error e) {
                failure = root(e).getClass().getSimpleName();
            }
            double kv = (double) type.getMethod("getKv").invoke(site);
            return new Outcome(
                    firings,
                    kv,
                    new ArrayList<>(reasons.stream().map(String::valueOf).toList()),
                    failure);
        } finally {
            container.dispose();
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
