package org.headroom.rules;

/** Does harm when it is loaded. */
public final class HarmOnLoad {
    static {
        System.setProperty(Scene.HARM, "loaded");
    }

    private HarmOnLoad() {}
}
