package org.headroom.jobs.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.FieldType;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.NearestName;
import org.headroom.rules.policy.Policy;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.FieldCondition;

/**
 * Holds the criteria that a policy declares over layers against the layers of a project. A layer that the project lacks leaves its criteria
 * UNKNOWN and is told; one that is there must have what is read of it.
 */
public final class DeclaredLayers {
    private static final String ADVICE = "Correct overlay/*.yaml of the policy, or the descriptor of the layer.";

    private final Project project;
    private final List<String> problems = new ArrayList<>();

    private DeclaredLayers(Project project) {
        this.project = project;
    }

    /** @throws HeadroomException of family CONFIG when a layer of the project lacks a field, or holds it in another type or unit */
    public static void check(Project project, Policy policy) {
        DeclaredLayers layers = new DeclaredLayers(project);
        for (DeclaredCriterion declared : policy.declared()) {
            for (String id : declared.layers()) {
                layers.find(id).ifPresent(layer -> layers.check(declared, layer));
            }
        }
        if (!layers.problems.isEmpty()) {
            throw new HeadroomException(FailureFamily.CONFIG, String.join("\n", layers.problems), ADVICE);
        }
    }

    /** One for each layer that a declared criterion names and the project lacks. */
    public static List<DataIssue> issues(Project project, Policy policy) {
        DeclaredLayers layers = new DeclaredLayers(project);
        List<String> known = project.layers().stream().map(LayerDescriptor::id).toList();
        List<DataIssue> issues = new ArrayList<>();
        for (DeclaredCriterion declared : policy.declared()) {
            for (String id : declared.layerIds()) {
                if (layers.find(id).isEmpty()) {
                    issues.add(new DataIssue(
                            DataIssue.Effect.NOTED,
                            id,
                            "",
                            0,
                            "",
                            declared.criterion().id(),
                            id,
                            "the criterion is declared over a layer that the project has not"
                                    + NearestName.hint(id, known),
                            Double.NaN,
                            Double.NaN));
                }
            }
        }
        return issues;
    }

    private Optional<LayerDescriptor> find(String id) {
        return project.layers().stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    private void check(DeclaredCriterion declared, LayerDescriptor layer) {
        boolean isRaster = layer.isRaster();
        if (isRaster != declared.measure().isRaster()) {
            add(
                    declared,
                    layer,
                    declared.measure().id() + " reads "
                            + (isRaster ? "records, and it is a grid" : "a grid, and it has records"));
            return;
        }
        declared.where().forEach(condition -> checkCondition(declared, layer, condition));
        String name = declared.field();
        if (name == null) {
            return;
        }
        LayerField field = field(declared, layer, name).orElse(null);
        if (field == null) {
            return;
        }
        FieldType wanted = declared.criterion().isCategory() ? FieldType.TEXT : FieldType.NUMBER;
        if (field.type() != wanted) {
            add(declared, layer, "its field " + name + " holds " + words(field.type()) + ", not " + words(wanted));
        } else if (keepsUnit(declared)
                && !field.unit().equals(declared.criterion().unit())) {
            add(
                    declared,
                    layer,
                    "its field " + name + " is in " + field.unit() + ", and the criterion in "
                            + declared.criterion().unit());
        }
        if (declared.criterion().isCategory()) {
            TreeSet<String> other = new TreeSet<>(field.domain().words());
            declared.criterion().labels().forEach(other::remove);
            if (!other.isEmpty()) {
                add(
                        declared,
                        layer,
                        "its field " + name + " may hold " + String.join(", ", other) + ", which are no labels");
            }
        }
    }

    /** A share of cells has no unit; all else has that of the field. */
    private static boolean keepsUnit(DeclaredCriterion declared) {
        return !declared.criterion().isCategory()
                && declared.combine() != DeclaredCriterion.Combine.SHARE_ABOVE
                && declared.combine() != DeclaredCriterion.Combine.SHARE_BELOW
                && declared.measure() != Measure.COUNT_WITHIN;
    }

    private void checkCondition(DeclaredCriterion declared, LayerDescriptor layer, FieldCondition condition) {
        LayerField field = field(declared, layer, condition.field()).orElse(null);
        if (field == null) {
            return;
        }
        FieldType wanted = condition.isText() ? FieldType.TEXT : FieldType.NUMBER;
        if (field.type() != wanted) {
            add(
                    declared,
                    layer,
                    "its field " + field.name() + " holds " + words(field.type()) + ", and the condition compares with "
                            + words(wanted));
            return;
        }
        List<String> known = field.domain().words();
        for (String word : condition.words()) {
            if (!known.isEmpty() && !known.contains(word)) {
                add(
                        declared,
                        layer,
                        "its field " + field.name() + " never holds \"" + word + "\"" + NearestName.hint(word, known));
            }
        }
    }

    private Optional<LayerField> field(DeclaredCriterion declared, LayerDescriptor layer, String name) {
        LayerKind kind = layer.kind();
        boolean isMapped = layer.fields().stream()
                .anyMatch(mapping -> mapping.field().name().equals(name));
        if (!isMapped) {
            List<String> mapped = layer.fields().stream()
                    .map(mapping -> mapping.field().name())
                    .toList();
            add(declared, layer, "it has no field " + name + NearestName.hint(name, mapped));
        }
        return isMapped ? kind.findField(name) : Optional.empty();
    }

    private static String words(FieldType type) {
        return switch (type) {
            case NUMBER -> "numbers";
            case TEXT -> "texts";
            case DATE -> "days";
        };
    }

    private void add(DeclaredCriterion declared, LayerDescriptor layer, String what) {
        problems.add("criterion " + declared.criterion().id() + ": layer " + layer.id() + " (" + layer.file() + "): "
                + what);
    }
}
