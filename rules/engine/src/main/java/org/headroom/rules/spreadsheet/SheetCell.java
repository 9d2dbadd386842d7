package org.headroom.rules.spreadsheet;

/**
 * A cell with what a person sees in it.
 *
 * @param address such as {@code B7}, with the sheet's name in front where there is one
 * @param text its text without white space at the ends; a number in plain figures, a day as {@code 2026-12-31}
 */
public record SheetCell(String address, String text) {}
