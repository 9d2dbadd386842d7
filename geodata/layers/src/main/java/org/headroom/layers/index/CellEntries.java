package org.headroom.layers.index;

import java.util.Arrays;

/**
 * The records of each cell of a grid, ascending, in the form that {@link GridAreaIndex} reads. The cover of an area that several records
 * share is worked out once.
 */
final class CellEntries {
    /** What {@link #cells} holds where there is no record. */
    static final int EMPTY = -1;

    private final int[] locatorOf;
    /** Runs of cells of all areas, three numbers each: first cell, end, 1 when crossed. */
    private int[] runs = new int[1024];

    private int runsEnd;
    /** Where the runs of each area start in {@link #runs}. */
    private final int[] runStart;

    private final int[] cells;
    private final int[] lists;

    /** @param locatorOf number of the area of each record */
    CellEntries(CellGrid grid, AreaLocator[] locators, int[] locatorOf) {
        this.locatorOf = locatorOf;
        runStart = new int[locators.length + 1];
        CellCover cover = new CellCover(grid);
        for (int i = 0; i < locators.length; i++) {
            cover.visit(locators[i], this::addRun);
            runStart[i + 1] = runsEnd;
        }
        int[] counts = new int[grid.size()];
        for (int locator : locatorOf) {
            for (int run = runStart[locator]; run < runStart[locator + 1]; run += 3) {
                for (int cell = runs[run]; cell < runs[run + 1]; cell++) {
                    counts[cell]++;
                }
            }
        }
        cells = new int[grid.size()];
        lists = new int[placeLists(counts)];
        fill();
    }

    private void addRun(int from, int to, boolean isCrossed) {
        if (runsEnd + 3 > runs.length) {
            runs = Arrays.copyOf(runs, 2 * runs.length);
        }
        runs[runsEnd++] = from;
        runs[runsEnd++] = to;
        runs[runsEnd++] = isCrossed ? 1 : 0;
    }

    /** Gives each cell with several records a list; returns the length of all. */
    private int placeLists(int[] counts) {
        int end = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = EMPTY;
            if (counts[cell] > 1) {
                cells[cell] = -2 - end;
                end = Math.addExact(end, counts[cell] + 1);
            }
        }
        return end;
    }

    private void fill() {
        for (int i = 0; i < locatorOf.length; i++) {
            int locator = locatorOf[i];
            for (int run = runStart[locator]; run < runStart[locator + 1]; run += 3) {
                int entry = 2 * i + runs[run + 2];
                for (int cell = runs[run]; cell < runs[run + 1]; cell++) {
                    add(cell, entry);
                }
            }
        }
    }

    private void add(int cell, int entry) {
        if (cells[cell] == EMPTY) {
            cells[cell] = entry;
        } else {
            int start = -2 - cells[cell];
            lists[++lists[start] + start] = entry;
        }
    }

    /**
     * Of each cell: {@link #EMPTY}; or its only entry; or -2 - i where its entries start at {@code lists[i + 1]}, their number being
     * {@code lists[i]}. An entry is twice the index of a record, plus 1 when an edge of its area crosses the cell.
     */
    int[] cells() {
        return cells;
    }

    /** Entries of the cells that have several. */
    int[] lists() {
        return lists;
    }
}
