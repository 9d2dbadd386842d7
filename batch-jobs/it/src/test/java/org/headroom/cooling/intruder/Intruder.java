package org.headroom.cooling.intruder;

import org.headroom.export.RankedTable;
import org.headroom.host.PluginHost;
import org.headroom.moratorium.MoratoriumModule;

/** Part of a scoring module that imports what none may. */
public record Intruder(PluginHost host, RankedTable table, MoratoriumModule other) {}
