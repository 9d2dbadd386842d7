package org.headroom.rules.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;

/**
 * What rules and tables may name: the criteria and parameters of the installed modules, and the attributes of a site. Holds values,
 * and of the modules themselves their check of parameters alone, so plugins may come from any class loader. Immutable.
 */
public final class Vocabulary {
    private final Map<String, Module> modules;
    private final SiteFields fields;

    private final @Nullable String declaringModule;
    private final boolean takesParametersAsWritten;

    private Vocabulary(
            Map<String, Module> modules,
            SiteFields fields,
            @Nullable String declaringModule,
            boolean takesParametersAsWritten) {
        this.modules = modules;
        this.fields = fields;
        this.declaringModule = declaringModule;
        this.takesParametersAsWritten = takesParametersAsWritten;
    }

    private Vocabulary with(Map<String, Module> otherModules, boolean asWritten) {
        List<Criterion> criteria = otherModules.values().stream()
                .flatMap(module -> module.criteria().stream())
                .toList();
        return new Vocabulary(otherModules, new SiteFields(criteria), declaringModule, asWritten);
    }

    /**
     * What one module gives.
     *
     * @param id module id
     * @param criteria what it measures
     * @param parameters what it takes from the policy
     * @param inputs what it works a criterion out from, see {@link ScoringModule#inputs}; without criteria of which it does not say
     * @param ofFacility criteria that tell of what an existing facility has
     * @param check see {@link ScoringModule#check}
     */
    public record Module(
            String id,
            List<Criterion> criteria,
            List<ParameterSpec> parameters,
            Map<String, List<String>> inputs,
            Set<String> ofFacility,
            Consumer<Parameters> check) {
        public Module {
            criteria = List.copyOf(criteria);
            parameters = List.copyOf(parameters);
            inputs = Map.copyOf(inputs);
            ofFacility = Set.copyOf(ofFacility);
        }

        static Module of(ScoringModule module) {
            List<String> ids =
                    module.criteria().stream().map(Criterion::id).distinct().toList();
            return new Module(
                    module.id(),
                    module.criteria(),
                    module.parameters(),
                    ids.stream().collect(Collectors.toMap(id -> id, module::inputs)),
                    ids.stream().filter(module::isOfFacility).collect(Collectors.toSet()),
                    module::check);
        }

        public Optional<Criterion> find(String criterionId) {
            return criteria.stream().filter(c -> c.id().equals(criterionId)).findFirst();
        }
    }

    /**
     * The vocabulary of some modules, in the order given.
     *
     * @throws HeadroomException of family PLUGIN when two modules have the same id or two fields the same name
     */
    public static Vocabulary of(List<? extends ScoringModule> installed) {
        Map<String, Module> modules = new LinkedHashMap<>();
        List<Criterion> criteria = new ArrayList<>();
        String declaring = null;
        for (ScoringModule module : installed) {
            Module entry = Module.of(module);
            if (modules.putIfAbsent(entry.id(), entry) != null) {
                throw new HeadroomException(
                        FailureFamily.PLUGIN,
                        "the scoring module " + entry.id() + " is installed twice",
                        "remove one of them from the plugins folder");
            }
            criteria.addAll(entry.criteria());
            declaring = module.takesDeclared() ? module.id() : declaring;
        }
        try {
            return new Vocabulary(modules, new SiteFields(criteria), declaring, false);
        } catch (IllegalArgumentException e) {
            throw new HeadroomException(
                    FailureFamily.PLUGIN,
                    "the installed modules " + String.join(", ", modules.keySet()) + " do not fit together: "
                            + e.getMessage(),
                    "remove or rename the criterion in one of the modules",
                    e);
        }
    }

    /** The module that measures what a policy declares; empty when none is installed that does. */
    public Optional<String> declaringModule() {
        return Optional.ofNullable(declaringModule);
    }

    /**
     * The same with criteria that a policy declares, at the end of those of {@link #declaringModule}.
     *
     * @param declared their names are not in use yet; empty when there is no such module
     */
    public Vocabulary declaring(List<Criterion> declared) {
        if (declared.isEmpty()) {
            return this;
        }
        Map<String, Module> more = new LinkedHashMap<>(modules);
        more.computeIfPresent(Objects.requireNonNull(declaringModule), (id, module) -> {
            List<Criterion> all = new ArrayList<>(module.criteria());
            all.addAll(declared);
            return new Module(id, all, module.parameters(), module.inputs(), module.ofFacility(), module.check());
        });
        return with(more, takesParametersAsWritten);
    }

    /**
     * The same for a policy by which a run was measured already: nothing is measured by its parameters any more, so they are taken as they are
     * written, be they of the modules of today or of an earlier version.
     */
    public Vocabulary takingParametersAsWritten() {
        return new Vocabulary(modules, fields, declaringModule, true);
    }

    /** Whether parameters are not held against what the modules declare. */
    public boolean takesParametersAsWritten() {
        return takesParametersAsWritten;
    }

    /**
     * The same without the criteria that modules have got since.
     *
     * @param criteriaOf ids of the criteria that each module had; all of them are there
     */
    public Vocabulary restrictedTo(Map<String, List<String>> criteriaOf) {
        Map<String, Module> then = new LinkedHashMap<>();
        modules.forEach((id, module) -> then.put(
                id,
                new Module(
                        id,
                        criteriaOf.getOrDefault(id, List.of()).stream()
                                .map(criterion -> module.find(criterion).orElseThrow())
                                .toList(),
                        module.parameters(),
                        module.inputs(),
                        module.ofFacility(),
                        module.check())));
        return with(then, takesParametersAsWritten);
    }

    /** Whether a site could have another value in a field. What tells of an existing facility alone new land has none of, whatever is done to it. */
    public boolean couldBeOtherwise(SiteField field, SiteOrigin origin) {
        if (origin != SiteOrigin.GREENFIELD) {
            return true;
        }
        return field.criterion()
                ? modules.values().stream()
                        .noneMatch(module -> module.ofFacility().contains(field.name()))
                : !SiteAttributes.isOfFacility(field.name());
    }

    /** The modules in their order. */
    public List<Module> modules() {
        return List.copyOf(modules.values());
    }

    public Set<String> moduleIds() {
        return modules.keySet();
    }

    /** The module that a file of a policy names; empty when it is not installed, which is an error then. */
    public Optional<Module> findModule(PolicyYaml named) {
        Module module = modules.get(named.text());
        if (module == null) {
            named.unknown(named.text(), modules.keySet(), "no module named \"" + named.text() + "\" is installed");
        }
        return Optional.ofNullable(module);
    }

    /** The fields of the Site that rules see. */
    public SiteFields fields() {
        return fields;
    }

    /** All criteria in the modules' order. */
    public List<Criterion> criteria() {
        return modules.values().stream().flatMap(m -> m.criteria().stream()).toList();
    }
}
