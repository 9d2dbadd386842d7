package org.headroom.model;

/** Whether a site is new land or an existing facility that could convert. */
public enum SiteOrigin {
    GREENFIELD,
    BROWNFIELD
}
