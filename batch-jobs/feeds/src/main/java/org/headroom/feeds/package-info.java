/**
 * What is made of a whole run for other programs, beside the ranked table: lines of JSON, a workbook, tables of a database. All is read from the run as
 * it lies in its folder, so what the night writes and what is made of a run of yesterday are the same.
 */
@NullMarked
package org.headroom.feeds;

import org.jspecify.annotations.NullMarked;
