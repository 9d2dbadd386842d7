package org.headroom.rules.sheet;

/**
 * One field of a criterion that a sheet changes.
 *
 * @param file the table, within the policy folder
 * @param criterion id of the criterion
 * @param field name of the column
 * @param before what stood in the table
 * @param after what stands in the sheet
 */
public record SheetChange(String file, String criterion, String field, String before, String after) {}
