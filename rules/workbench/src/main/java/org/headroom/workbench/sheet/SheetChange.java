package org.headroom.workbench.sheet;

/**
 * One field of a criterion, or one cell of a decision table, that a sheet changes.
 *
 * @param file the table, within the policy folder
 * @param criterion id of the criterion; empty for a decision table
 * @param field name of the column; for a decision table the address of the cell, or {@code row} for a row that has come or gone
 * @param before what stood in the policy
 * @param after what stands in the sheet
 */
public record SheetChange(String file, String criterion, String field, String before, String after) {}
