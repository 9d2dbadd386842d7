package org.headroom.host;

import java.util.Comparator;
import org.headroom.model.DataIssue;

/**
 * One value that a module failed to give.
 *
 * @param moduleId the module
 * @param criterionId the criterion that is UNKNOWN because of it
 * @param siteId the site; empty when the module failed before any site
 * @param value what the module gave, as text; empty when it gave nothing
 * @param reason what is wrong, in one sentence without a full stop
 * @param longitude degrees east of the site, or NaN
 * @param latitude degrees north of the site, or NaN
 */
public record ModuleFault(
        String moduleId,
        String criterionId,
        String siteId,
        String value,
        String reason,
        double longitude,
        double latitude) {

    /** By module, criterion, site, value and reason. */
    public static final Comparator<ModuleFault> ORDER = Comparator.comparing(ModuleFault::moduleId)
            .thenComparing(ModuleFault::criterionId)
            .thenComparing(ModuleFault::siteId)
            .thenComparing(ModuleFault::value)
            .thenComparing(ModuleFault::reason);

    /** Whether the module gave nothing for any site. */
    public boolean isOfWholeModule() {
        return siteId.isEmpty();
    }

    /** As a line of the run's issues: the module in place of the layer and the file, the site as record id. */
    public DataIssue toIssue() {
        return new DataIssue(
                DataIssue.Effect.FIELD_UNKNOWN,
                "plugin:" + moduleId,
                "",
                0,
                siteId,
                criterionId,
                value,
                reason,
                longitude,
                latitude);
    }
}
