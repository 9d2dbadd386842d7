package org.headroom.workbench.explanation;

import org.headroom.rules.policy.ScoreBlock;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/** A site of a block that was scored. */
record SiteCase(int site, SiteBlock sites, MeasurementBlock measurements, ScoreBlock scores) {}
