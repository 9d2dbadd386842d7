package org.headroom.jobs.project;

import org.headroom.model.SiteOrigin;

/** Where candidate sites come from. */
public sealed interface CandidateSource {
    /** Put before each site id; may be empty. */
    String idPrefix();

    /** Whether the sites are new land or existing facilities. */
    SiteOrigin origin();

    /** Id of the layer that the sites, or the areas round them, come from. */
    String layer();

    /** Name for counts and issues. */
    String label();

    /**
     * Every located record of a layer of kind candidate, facility or boundary; of an area, a point inside it.
     *
     * @param layer layer id
     */
    record FromLayer(String layer, SiteOrigin origin, String idPrefix) implements CandidateSource {
        @Override
        public String label() {
            return layer;
        }
    }

    /**
     * Points of a regular grid inside the areas of a boundary layer.
     *
     * @param within boundary layer id
     * @param spacingKm distance between neighbours along a parallel and between parallels, km
     */
    record Grid(String within, double spacingKm, String idPrefix) implements CandidateSource {
        @Override
        public String layer() {
            return within;
        }

        @Override
        public SiteOrigin origin() {
            return SiteOrigin.GREENFIELD;
        }

        @Override
        public String label() {
            return "grid " + idPrefix;
        }
    }
}
