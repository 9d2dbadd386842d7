package org.headroom.jobs.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleNotes;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.project.Project;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.DataIssue;
import org.headroom.rules.policy.Policy;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.RecordNote;

/** Asks the modules of a run what they have to say of records, and makes issues of it. */
public final class ModuleRemarks {
    private final List<InstalledModule> modules;
    private final Project project;
    private final Policy policy;
    private final LocalDate date;
    private final Set<String> criteria;
    private final List<Layer> layers;
    private final Map<String, String> files;

    /**
     * @param modules the modules whose criteria somebody wants
     * @param date evaluation date
     * @param criteria ids of the criteria that are wanted
     * @param layers all layers of the run
     * @param ages which of them modules may see
     */
    public ModuleRemarks(
            List<InstalledModule> modules,
            Project project,
            Policy policy,
            LocalDate date,
            Set<String> criteria,
            List<Layer> layers,
            LayerAges ages) {
        this.modules = modules;
        this.project = project;
        this.policy = policy;
        this.date = date;
        this.criteria = criteria;
        this.layers = layers.stream().filter(layer -> ages.isUsed(layer.id())).toList();
        this.files = project.layers().stream().collect(Collectors.toMap(LayerDescriptor::id, layer -> layer.source()
                .file()));
    }

    /** An issue for each note, in the order of the modules. */
    public List<DataIssue> issues() {
        List<DataIssue> issues = new ArrayList<>();
        for (InstalledModule module : modules) {
            String id = module.module().id();
            RunModuleContext context =
                    new RunModuleContext(date, project.request(), policy.parameters(id), layers, criteria);
            ModuleNotes told = ModuleNotes.of(module, context, project.limits());
            told.notes().stream().map(this::issue).forEach(issues::add);
            if (!told.failure().isEmpty()) {
                issues.add(new DataIssue(
                        DataIssue.Effect.NOTED,
                        "plugin:" + id,
                        "",
                        0,
                        "",
                        "",
                        "",
                        told.failure(),
                        Double.NaN,
                        Double.NaN));
            }
        }
        return issues;
    }

    private DataIssue issue(RecordNote note) {
        int record = note.record();
        if (note.layer() instanceof FeatureLayer layer && record >= 0 && record < layer.size()) {
            long number = layer instanceof DefaultFeatureLayer own ? own.recordNumber(record) : 0;
            return issue(note, number, layer.recordId(record), layer.longitude(record), layer.latitude(record));
        }
        return issue(note, 0, "", Double.NaN, Double.NaN);
    }

    private DataIssue issue(RecordNote note, long number, String id, double longitude, double latitude) {
        return new DataIssue(
                DataIssue.Effect.NOTED,
                note.layer().id(),
                files.getOrDefault(note.layer().id(), ""),
                number,
                id,
                note.field(),
                note.value(),
                note.reason(),
                longitude,
                latitude);
    }
}
