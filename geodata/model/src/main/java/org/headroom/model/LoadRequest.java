package org.headroom.model;

/**
 * What the planner wants to connect.
 *
 * @param sector what the load is, in the words of moratoria: {@code data_center} or {@code cryptocurrency_mining}
 * @param requestedLoadMw grid-side power, MW AC, above 0
 */
public record LoadRequest(String sector, double requestedLoadMw) {
    public LoadRequest {
        if (!(requestedLoadMw > 0)) {
            throw new IllegalArgumentException("requestedLoadMw is " + requestedLoadMw + ", it must be above 0");
        }
    }
}
