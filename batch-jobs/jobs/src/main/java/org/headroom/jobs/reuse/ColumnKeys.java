package org.headroom.jobs.reuse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.inputs.InputDigester;
import org.headroom.jobs.inputs.ModuleCode;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Json;

/** Digests of all that sites and columns are made from: with the same key they are the same bytes. */
public final class ColumnKeys {
    private final Project project;
    private final LayerSet layers;
    private final Policy policy;
    private final String date;
    private final List<InstalledModule> modules;
    private final Set<String> criteria;
    private final LayerAges ages;
    private final String contract;

    /**
     * @param ages which layers are used
     * @param date evaluation date, ISO 8601
     * @param modules the modules of which anything is wanted
     * @param criteria ids of the criteria that are wanted
     */
    public ColumnKeys(
            Project project,
            LayerSet layers,
            LayerAges ages,
            Policy policy,
            String date,
            List<InstalledModule> modules,
            Set<String> criteria) {
        this.project = project;
        this.layers = layers;
        this.ages = ages;
        this.policy = policy;
        this.date = date;
        this.modules = List.copyOf(modules);
        this.criteria = criteria;
        contract = ModuleCode.digestOfContract();
    }

    /** Key of the candidate sites: their sources in order, and the layers of these. */
    String sites() {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("headroom", InputDigester.headroomVersion());
        List<String> sources = new ArrayList<>();
        for (CandidateSource source : project.candidates()) {
            sources.add(source.toString());
            // The area of a site is named by the place of its layer.
            sources.add(ordinal(source.layer()) + " " + layers.digest(source.layer()));
        }
        made.put("candidates", sources);
        project.jurisdictions().ifPresent(id -> made.put("jurisdictions", layers.digest(id)));
        return key(made);
    }

    private int ordinal(String layer) {
        return project.layers().stream().map(LayerDescriptor::id).toList().indexOf(layer);
    }

    /** Key of the columns of a module: its code and what it is built on, parameters, layers, the request, the sites, the date where it matters, what is
     * wanted, and the keys of those that it reads. */
    String columns(InstalledModule installed) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("headroom", InputDigester.headroomVersion());
        made.put("module", installed.module().id() + " " + installed.version() + " " + ModuleCode.digest(installed));
        made.put("contract", contract);
        made.put(
                "criteria",
                installed.module().criteria().stream()
                        .map(Criterion::id)
                        .filter(id -> criteria.contains(id))
                        .toList());
        if (installed.module().takesDeclared()) {
            made.put("declared", policy.declared().toString());
        }
        made.put("parameters", policy.parameters(installed.module().id()).all());
        made.put("request", project.request());
        made.put("sites", sites());
        if (installed.module().dependsOnDate()) {
            made.put("date", date);
        }
        made.put("layers", layers(installed));
        List<String> read =
                modules.stream().filter(installed::reads).map(this::columns).toList();
        if (!read.isEmpty()) {
            made.put("read", read);
        }
        return key(made);
    }

    /** The layers that the module reads; a measurement names its layer by the place in the project. */
    private List<String> layers(InstalledModule installed) {
        List<String> read = new ArrayList<>();
        List<LayerDescriptor> all = project.layers();
        for (int ordinal = 0; ordinal < all.size(); ordinal++) {
            LayerDescriptor layer = all.get(ordinal);
            boolean isRead = installed.module().layerIds().contains(layer.id())
                    || installed.module().layers().stream()
                            .anyMatch(need -> need.kind().equals(layer.kind()));
            if (isRead) {
                read.add(ordinal + " " + (ages.isUsed(layer.id()) ? layers.digest(layer.id()) : "withheld"));
            }
        }
        return read;
    }

    private static String key(Map<String, Object> made) {
        return Digests.ofText(new String(Json.bytes(made), StandardCharsets.UTF_8));
    }
}
