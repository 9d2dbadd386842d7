package org.headroom.jobs.night;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.file.Digests;
import org.headroom.jobs.file.Json;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.Criterion;
import org.headroom.spi.LayerNeed;

/** Digests of all that sites and columns are made from: with the same key they are the same bytes. */
final class ColumnKeys {
    private final NightRun night;

    ColumnKeys(NightRun night) {
        this.night = night;
    }

    /** Key of the candidate sites: their sources in order, and the layers of these. */
    String sites() {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("headroom", InputDigester.headroomVersion());
        List<String> sources = new ArrayList<>();
        for (CandidateSource source : night.project().candidates()) {
            sources.add(source.toString());
            sources.add(night.layers().digest(source.layer()));
        }
        made.put("candidates", sources);
        night.project()
                .jurisdictions()
                .ifPresent(id -> made.put("jurisdictions", night.layers().digest(id)));
        return key(made);
    }

    /** Key of the columns of a module: its code, parameters, layers, the request, the sites, the date where it matters, and what is wanted. */
    String columns(InstalledModule installed) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("headroom", InputDigester.headroomVersion());
        made.put("module", installed.module().id() + " " + installed.version() + " " + ModuleCode.digest(installed));
        made.put(
                "criteria",
                installed.module().criteria().stream()
                        .map(Criterion::id)
                        .filter(id -> night.wantedCriteria().contains(id))
                        .toList());
        made.put(
                "parameters", night.policy().parameters(installed.module().id()).all());
        made.put("request", night.project().request());
        made.put("sites", sites());
        if (installed.module().dependsOnDate()) {
            made.put("date", night.request().date());
        }
        made.put("layers", layers(installed));
        return key(made);
    }

    /** The layers of the kinds that the module reads; a measurement names its layer by the place in the project. */
    private List<String> layers(InstalledModule installed) {
        List<String> read = new ArrayList<>();
        List<LayerDescriptor> all = night.project().layers();
        for (int ordinal = 0; ordinal < all.size(); ordinal++) {
            LayerDescriptor layer = all.get(ordinal);
            for (LayerNeed need : installed.module().layers()) {
                if (need.kind().equals(layer.kind())) {
                    read.add(ordinal + " " + night.layers().digest(layer.id()));
                }
            }
        }
        return read;
    }

    private static String key(Map<String, Object> made) {
        return Digests.ofText(new String(Json.bytes(made), StandardCharsets.UTF_8));
    }
}
