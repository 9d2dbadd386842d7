package org.headroom.miningconversion;

import java.util.List;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;
import org.headroom.spi.SpiVersion;
import org.jspecify.annotations.Nullable;

/**
 * Measures what import right a facility holds. A module of its own, as others read it whose results the conversion reads: the queue, and the time to
 * power. Reads no layer. Stateless.
 */
public final class ImportRightModule implements ScoringModule {
    private static final String NAMEPLATE_FIRM = "nameplateFirmFraction";
    private static final List<String> INPUTS =
            List.of("contractedCapacityMw", "facilityStatus", "capacityMeaning", "connectionRight", NAMEPLATE_FIRM);
    private static final String LET = "letCapacityMw";
    private static final List<String> USABLE_INPUTS =
            List.of(ConversionCriteria.IMPORT_RIGHT, "facilityStatus", "facilityKind", LET);
    private static final List<Criterion> CRITERIA = List.of(
            Criterion.number(
                    ConversionCriteria.IMPORT_RIGHT,
                    "Import right held",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "Import right that the facility holds, by how far it is and by what the figure of its capacity means.",
                    "Policy figure for name plates; the rest as the source says"),
            Criterion.number(
                    ConversionCriteria.USABLE_RIGHT,
                    "Import right a newcomer could use",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "The import right held, less what is let to tenants, and 0 where it carries computing already (converted, or a data centre), and where the"
                            + " facility is not built yet, has retired or was given up.",
                    "Policy figure for name plates; the rest as the source says"));

    /** What holds a right that leaves nothing for a newcomer, or none. */
    private static final Set<String> NOT_FREE = Set.of("CONVERTED", "PROPOSED", "DELAYED", "RETIRED", "WITHDRAWN");

    private static final List<ParameterSpec> PARAMETERS = List.of(ParameterSpec.number(
            NAMEPLATE_FIRM, "1", 0, 1, "Least share of a name plate that is taken for a firm import right."));

    /** Made by {@link java.util.ServiceLoader}. */
    public ImportRightModule() {}

    @Override
    public String id() {
        return "import-right";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return CRITERIA;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> inputs(String criterionId) {
        return criterionId.equals(ConversionCriteria.USABLE_RIGHT) ? USABLE_INPUTS : INPUTS;
    }

    @Override
    public boolean isOfFacility(String criterionId) {
        return true;
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        double nameplateFirmFraction = context.parameters().number(NAMEPLATE_FIRM);
        return (sites, out) -> measure(sites, out, new ImportRight(nameplateFirmFraction));
    }

    private static void measure(SiteBlock sites, MeasurementBlock out, ImportRight right) {
        MeasurementColumn held = out.column(ConversionCriteria.IMPORT_RIGHT);
        MeasurementColumn usable = out.column(ConversionCriteria.USABLE_RIGHT);
        @Nullable String[] kinds = sites.texts("facilityKind");
        double[] figures = sites.numbers("contractedCapacityMw");
        double[] lets = sites.numbers(LET);
        @Nullable String[] statuses = sites.texts("facilityStatus");
        @Nullable String[] meanings = sites.texts("capacityMeaning");
        @Nullable String[] connections = sites.texts("connectionRight");
        for (int site = 0; site < sites.size(); site++) {
            if (sites.origin(site) == SiteOrigin.GREENFIELD) {
                held.set(site, 0, EvidenceClass.DERIVED);
            } else if (right.find(figures[site], statuses[site], meanings[site], connections[site])) {
                held.setInterval(site, right.low(), right.high(), EvidenceClass.DERIVED);
            } else {
                held.setUnknown(site, UnknownReason.FIELD_MISSING);
            }
            String status = statuses[site];
            if (status != null && NOT_FREE.contains(status) || "DATA_CENTER".equals(kinds[site])) {
                usable.set(site, 0, EvidenceClass.DERIVED);
            } else if (held.isKnown(site) && lets[site] > 0) {
                usable.setInterval(
                        site,
                        Math.max(0, held.lower(site) - lets[site]),
                        Math.max(0, held.upper(site) - lets[site]),
                        EvidenceClass.DERIVED);
            } else {
                usable.copy(held, site, site);
            }
        }
    }
}
