package org.headroom.report.block;

import org.headroom.report.area.QuantisedShapes;
import org.headroom.report.data.Density;
import org.headroom.report.safe.ScriptJson;
import org.jspecify.annotations.Nullable;

/** What is drawn on the map beside points: areas, the lines between states, and a density. */
final class PlacesJson {
    private static final int DEGREE_DECIMALS = 9;

    private final ScriptJson json;

    PlacesJson(ScriptJson json) {
        this.json = json;
    }

    void write(@Nullable QuantisedShapes shapes, @Nullable Density density) {
        json.key("areas");
        if (shapes == null) {
            json.none();
        } else {
            json.object(() -> {
                grid(shapes);
                json.key("rows").list(() -> shapes.rows().forEach(row -> json.whole(row)));
                json.key("shapes").list(() -> shapes.shapes()
                        .forEach(polygons -> json.list(
                                () -> polygons.forEach(rings -> json.list(() -> rings.forEach(this::line))))));
            });
        }
        json.key("outlines");
        if (shapes == null) {
            json.none();
        } else {
            json.object(() -> {
                grid(shapes);
                json.key("lines").list(() -> shapes.outlines().forEach(this::line));
            });
        }
        json.key("density");
        if (density == null) {
            json.none();
        } else {
            json.object(() -> {
                grid(density.west(), density.south(), density.step());
                json.key("columns").whole(density.columns());
                json.key("rows").whole(density.rows());
                json.key("counts");
                line(density.counts());
            });
        }
    }

    private void grid(QuantisedShapes shapes) {
        grid(shapes.west(), shapes.south(), shapes.step());
    }

    private void grid(double west, double south, double step) {
        json.key("lon0").number(west, DEGREE_DECIMALS);
        json.key("lat0").number(south, DEGREE_DECIMALS);
        json.key("step").number(step, DEGREE_DECIMALS);
    }

    private void line(int[] numbers) {
        json.list(() -> {
            for (int number : numbers) {
                json.whole(number);
            }
        });
    }
}
