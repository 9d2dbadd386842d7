package org.headroom.workbench.sheet;

/** The columns of a sheet of criteria, in their order. */
enum CriteriaColumn {
    MODULE("module", 18, false),
    CRITERION("criterion", 28, false),
    UNIT("unit", 14, false),
    WEIGHT("weight", 9, true),
    VALUE_FUNCTION("value function", 16, true),
    ANCHORS("anchors", 48, true),
    REASONING("reasoning", 70, true),
    SOURCE("source", 48, true);

    private final String title;
    private final int characters;
    private final boolean editable;

    CriteriaColumn(String title, int characters, boolean editable) {
        this.title = title;
        this.characters = characters;
        this.editable = editable;
    }

    /** What the header says. */
    String title() {
        return title;
    }

    /** Width in characters. */
    int characters() {
        return characters;
    }

    /** Whether an edit is brought back into the policy; the others say which criterion a row is of. */
    boolean isEditable() {
        return editable;
    }
}
